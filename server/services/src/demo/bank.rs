//! The banks of words in `words/*.txt`, and how they are written.
//!
//! **Passages** are a few sentences that belong together, in order:
//!
//! ```text
//! @ cr pt | BX | discharge        voices | questions | topic (left out: the file's)
//! They came home {n:9-41} days later. #discharge !leaving
//! ? An optional sentence. #carers
//! / Another way of saying the line above. #carers
//! ```
//!
//! A voice may be narrowed by a trait, as in `ov+transport`: only those who have it say this, so that nobody claims to be
//! two things at once. `P`, `W` and `O` stand for all public voices, all voices of people at work, and all bodies.
//!
//! A sentence ends with the codes that it bears, the chief one first, and may carry a mark: the finding that it could
//! be quoted for. `{a|b}` is one of several words, `{n:9-41}` a number, `{town}` a word that stays the same throughout
//! a response (see [`Slots`](super::render::Slots)).
//!
//! **Loose lines** have the same header, but every line stands alone. **Whole** responses begin with
//! `== voice | kind | consent`, then `[B]` and the sentences of that answer; a sentence that begins with `|` starts
//! a new line and with `||` a new paragraph.
//!
//! Reading never fails: what cannot be read is left out, and the tests look for it.

/// A sentence before its slots are filled.
#[derive(Clone, Debug)]
pub struct Words {
    pub text: &'static str,
    pub codes: Vec<&'static str>,
    pub mark: Option<&'static str>,
    pub lead: Lead,
}

/// What stands between a sentence and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    Space,
    Line,
    Paragraph,
}

/// One place in a passage: a sentence or one of several, perhaps left out.
#[derive(Clone, Debug)]
pub struct Step {
    pub optional: bool,
    pub choices: Vec<Words>,
}

/// Who may say something: a voice, and a trait that they must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    pub voice: &'static str,
    pub with: Option<&'static str>,
}

/// Whether someone with this voice and these traits is among them.
pub fn may_say(who: &[Who], voice: &str, traits: &[&str]) -> bool {
    who.iter().any(|who| who.voice == voice && who.with.is_none_or(|with| traits.contains(&with)))
}

#[derive(Clone, Debug)]
pub struct Passage {
    pub voices: Vec<Who>,
    /// Letters of the questions that it answers.
    pub questions: Vec<char>,
    pub topic: &'static str,
    /// Written plainly, as most people write.
    pub plain: bool,
    pub steps: Vec<Step>,
}

/// A line that stands alone.
#[derive(Clone, Debug)]
pub struct Loose {
    pub voices: Vec<Who>,
    /// What the header says after the voices: topics or letters of questions.
    pub tags: Vec<&'static str>,
    pub words: Words,
}

/// Public voices: patient, carer, parent, young person.
pub const PUBLIC: [&str; 4] = ["pt", "cr", "pa", "yp"];
/// Voices of people at work: GP, nurse, pharmacist, social worker, allied health, data analyst, manager, care worker,
/// mental health, health visitor or midwife, dentist, councillor.
pub const WORK: [&str; 12] = ["gp", "nu", "ph", "sw", "ah", "da", "mg", "cw", "mh", "hv", "dn", "cl"];
/// Voices of bodies: council, NHS provider, system, charity, hospice, care provider, local patient voice, academic,
/// think tank, union, professional body, patients' charity, supplier or housing.
pub const BODIES: [&str; 13] = ["oc", "ot", "oi", "ov", "oh", "ok", "ol", "oa", "ox", "ou", "or", "op", "od"];

/// Letters of the questions of the first call, in its order.
pub const QUESTIONS: [(char, &str); 10] = [
    ('E', "change-example"),
    ('H', "policy-helped"),
    ('B', "barriers"),
    ('P', "partners"),
    ('T', "targets-why"),
    ('S', "performance-support"),
    ('D', "data-example"),
    ('C', "data-streamline"),
    ('O', "oversight"),
    ('X', "anything-else"),
];

/// The key of the question with this letter.
pub fn question(letter: char) -> &'static str {
    QUESTIONS.iter().find(|(known, _)| *known == letter).map_or("anything-else", |(_, key)| key)
}

const BY_TOPIC: [(&str, &str); 14] = [
    ("discharge", include_str!("words/discharge.txt")),
    ("access", include_str!("words/access.txt")),
    ("care", include_str!("words/care.txt")),
    ("records", include_str!("words/records.txt")),
    ("returns", include_str!("words/returns.txt")),
    ("targets", include_str!("words/targets.txt")),
    ("lead", include_str!("words/lead.txt")),
    ("money", include_str!("words/money.txt")),
    ("vcse", include_str!("words/vcse.txt")),
    ("oversight", include_str!("words/oversight.txt")),
    ("prevention", include_str!("words/prevention.txt")),
    ("people", include_str!("words/people.txt")),
    ("work", include_str!("words/work.txt")),
    ("rural", include_str!("words/rural.txt")),
];

const PLAIN: [&str; 5] = [
    include_str!("words/plain_public.txt"),
    include_str!("words/plain_public_2.txt"),
    include_str!("words/plain_org_2.txt"),
    include_str!("words/plain_work.txt"),
    include_str!("words/plain_org.txt"),
];

/// Every passage of the bank.
pub fn passages() -> Vec<Passage> {
    let mut all = Vec::new();
    for (topic, text) in BY_TOPIC {
        read_passages(text, topic, false, &mut all);
    }
    read_passages(include_str!("words/narrow.txt"), "", false, &mut all);
    read_passages(include_str!("words/helped.txt"), "", false, &mut all);
    for text in PLAIN {
        read_passages(text, "", true, &mut all);
    }
    all
}

fn read_passages(text: &'static str, topic: &'static str, plain: bool, all: &mut Vec<Passage>) {
    for line in content(text) {
        if let Some(header) = line.strip_prefix('@') {
            let mut parts = header.split('|').map(str::trim);
            let voices = voices(parts.next().unwrap_or_default());
            let questions = parts.next().unwrap_or_default().chars().collect();
            let topic = parts.next().unwrap_or(topic);
            all.push(Passage { voices, questions, topic, plain, steps: Vec::new() });
            continue;
        }
        let Some(passage) = all.last_mut() else { continue };
        if let Some(rest) = line.strip_prefix("? ") {
            passage.steps.push(Step { optional: true, choices: vec![words(rest)] });
        } else if let Some(rest) = line.strip_prefix("/ ") {
            if let Some(step) = passage.steps.last_mut() {
                step.choices.push(words(rest));
            }
        } else {
            passage.steps.push(Step { optional: false, choices: vec![words(line)] });
        }
    }
}

/// The loose lines of a file.
pub fn loose(text: &'static str) -> Vec<Loose> {
    let mut all = Vec::new();
    let mut header = (Vec::new(), Vec::new());
    for line in content(text) {
        if let Some(rest) = line.strip_prefix('@') {
            let (who, tags) = rest.split_once('|').unwrap_or((rest, ""));
            header = (voices(who), tags.split_whitespace().collect());
        } else {
            all.push(Loose { voices: header.0.clone(), tags: header.1.clone(), words: words(line) });
        }
    }
    all
}

/// The lines of a file that are not comments and not empty.
pub fn content(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Reads a sentence with its codes and its mark.
pub fn words(line: &'static str) -> Words {
    let (lead, line) = match (line.strip_prefix("||"), line.strip_prefix('|')) {
        (Some(rest), _) => (Lead::Paragraph, rest),
        (None, Some(rest)) => (Lead::Line, rest),
        (None, None) => (Lead::Space, line),
    };
    let Some((text, tail)) = line.rsplit_once(" #") else {
        return Words { text: line, codes: Vec::new(), mark: None, lead };
    };
    let (codes, mark) = match tail.split_once(" !") {
        Some((codes, mark)) => (codes, Some(mark)),
        None => (tail, None),
    };
    Words { text, codes: codes.split(',').collect(), mark, lead }
}

fn voices(text: &'static str) -> Vec<Who> {
    let mut all = Vec::new();
    for word in text.split_whitespace() {
        let (voice, with) = word.split_once('+').map_or((word, None), |(voice, with)| (voice, Some(with)));
        let group: &[&'static str] = match voice {
            "P" => &PUBLIC,
            "W" => &WORK,
            "O" => &BODIES,
            _ => &[],
        };
        all.extend(group.iter().map(|voice| Who { voice, with }));
        if group.is_empty() {
            all.push(Who { voice, with });
        }
    }
    all
}
