//! The content of the demonstration: one call for evidence with its answers, their analysis and what came of it.
//!
//! Everything that people say here is **invented**: respondents, bodies, answers, codings, findings, the links from
//! findings to recommendations, the assembly and its members. What is true is marked with its source: facts about the
//! Review ([`calls::Fact`](model::Fact)), its recommendations and the replies to them, and the names and codes of the
//! NHS regions and integrated care systems.
//!
//! [`generate`] is a pure function of a seed. It touches no database, clock or file: the same seed gives the same
//! demonstration on every machine and in every version of the compiler. Words are in `words/*.txt`, which are meant
//! to be read and corrected by people who do not write programs; their format is described in [`bank`].

pub mod assembly;
pub mod bank;
pub mod calls;
pub mod campaigns;
pub mod codebook;
pub mod coding;
pub mod compose;
pub mod dice;
pub mod findings;
pub mod lines;
pub mod load;
pub mod model;
pub mod organisations;
pub mod people;
pub mod persona;
pub mod recommendations;
pub mod render;
pub mod responses;
pub mod times;
pub mod whole;

#[cfg(test)]
mod tests;

use dice::Dice;
use model::Demonstration;

/// How many responses the first call has.
pub const RESPONSES: usize = 420;

/// What every page of the demonstration says.
pub const NOTICE: &str = "This is a demonstration. The responses, the bodies and people who wrote them, their analysis \
    and the assembly are invented. Facts about the Hewitt Review are shown with their sources.";

/// The same in Welsh, not yet checked by a translator.
pub const NOTICE_CY: &str = "Arddangosiad yw hwn. Dychmygol yw'r ymatebion, y cyrff a'r bobl a'u hysgrifennodd, y \
    dadansoddiad a'r cynulliad. Dangosir ffeithiau am Adolygiad Hewitt gyda'u ffynonellau.";

/// Makes the whole demonstration. The same seed always gives the same one.
pub fn generate(seed: u64) -> Demonstration {
    let dice = Dice::new(seed);
    let organisations = organisations::all(&mut dice.branch("organisations"));
    let codebook = codebook::codes();
    let responses = responses::all(&organisations, &dice);
    let codings = coding::all(&responses, &codebook, &mut dice.branch("codings"));
    let findings = findings::all(&responses, &codings, &mut dice.branch("findings"));
    let assembly = assembly::body(&findings);
    Demonstration {
        notice: NOTICE,
        notice_cy: NOTICE_CY,
        organisations,
        calls: calls::all(),
        codebook,
        responses,
        codings,
        findings,
        recommendations: recommendations::all(),
        assembly,
        people: people::accounts(),
    }
}
