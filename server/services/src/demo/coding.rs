//! Two invented coders read about half of the responses, some of them both, and do not always agree.
//!
//! The banks say what every sentence is about. A coder joins neighbouring sentences on one subject into an excerpt and
//! codes it; misses some, marks a little more or less than the other, or chooses the code beside it.

use super::codebook::group;
use super::dice::Dice;
use super::model::{Answer, Code, Coding, Response, Sentence, Span, Target};
use super::times::Desk;

/// A coder: key, when they began, and how they work, in a hundred cases.
struct Coder {
    key: &'static str,
    starts: i64,
    /// How often a sentence's chief code is seen, and how often its other codes.
    sees: (usize, usize),
    /// How often the next code, or the group, is chosen in place of the code.
    near_miss: usize,
    /// How often the span is a sentence longer or shorter than the words call for.
    edges: usize,
    /// How often an answer as a whole is given a code of its group.
    whole: usize,
}

const CODERS: [Coder; 2] = [
    Coder { key: "nia", starts: 2, sees: (93, 58), near_miss: 6, edges: 9, whole: 9 },
    Coder { key: "imran", starts: 4, sees: (88, 42), near_miss: 11, edges: 18, whole: 22 },
];

/// How many of a hundred responses each coder codes alone, and both.
const SHARES: [(Reader, usize); 4] =
    [(Reader::Nobody, 50), (Reader::First, 21), (Reader::Second, 18), (Reader::Both, 11)];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Nobody,
    First,
    Second,
    Both,
}

/// Remarks that coders left: the code that they belong to, or none, and the words.
const MEMOS: [(&str, &str); 14] = [
    ("", "Quotable. Ask the lead whether consent allows it."),
    ("", "Says in a line what others say in a page."),
    ("returns", "Could also be burden. Discuss."),
    ("care-market", "Compare with the answers of care providers."),
    ("place", "May be autonomy and not place. Discuss."),
    ("process", "Add to the list of remarks about the call itself."),
    ("off-topic", "Nothing here to code. Kept, as every response is."),
    ("dentistry", "Not asked about, and it keeps coming."),
    ("voice", "The person could be recognised. To be redacted before anything is published."),
    ("keep-targets", "Speaks against fewer targets. Keep both."),
    ("fewer-targets", "Would keep some: a mixed position."),
    ("privacy", "For sharing and against sale: two things."),
    ("carers", "Do breaks need a code of their own?"),
    ("discharge", "Compare with what hospitals say of the same thing."),
];

/// Every coding, in the order of time.
pub fn all(responses: &[Response], codebook: &[Code], dice: &mut Dice) -> Vec<Coding> {
    let readers: Vec<Reader> = responses.iter().map(|response| reader(response, dice)).collect();
    let mut codings = Vec::new();
    for (at, coder) in CODERS.iter().enumerate() {
        let mine = if at == 0 { Reader::First } else { Reader::Second };
        let mut hand = Hand { coder, codebook, desk: Desk::new(coder.starts), codings: Vec::new() };
        for (response, reader) in responses.iter().zip(&readers) {
            if *reader == mine || *reader == Reader::Both {
                hand.response(response, dice);
            }
        }
        codings.append(&mut hand.codings);
    }
    codings.sort_by_key(|coding| coding.at);
    for (number, coding) in codings.iter_mut().enumerate() {
        coding.key = format!("k-{:04}", number + 1);
    }
    codings
}

/// Who codes a response. Those in Welsh are the first coder's, and long ones are coded by both.
fn reader(response: &Response, dice: &mut Dice) -> Reader {
    let length: usize = response.answers.iter().map(|answer| answer.text().len()).sum();
    let drawn = dice.weigh(&SHARES).copied().unwrap_or(Reader::Nobody);
    match drawn {
        _ if length > 15_000 => Reader::Both,
        Reader::Second | Reader::Both if response.language == super::model::Language::Welsh => Reader::First,
        drawn => drawn,
    }
}

/// A coder at work.
struct Hand<'a> {
    coder: &'a Coder,
    codebook: &'a [Code],
    desk: Desk,
    codings: Vec<Coding>,
}

impl Hand<'_> {
    fn response(&mut self, response: &Response, dice: &mut Dice) {
        self.desk.next(300, 1500, dice);
        for answer in response.answers.iter().filter(|answer| !answer.sentences.is_empty()) {
            self.answer(response, answer, dice);
        }
    }

    fn answer(&mut self, response: &Response, answer: &Answer, dice: &mut Dice) {
        let mut runs = runs(&answer.sentences);
        runs.sort_by_key(|run| (run.first, run.code));
        let mut done: Vec<(Target, &'static str)> = Vec::new();
        for run in runs {
            let percent = if run.chief { self.coder.sees.0 } else { self.coder.sees.1 };
            if !dice.chance(percent) {
                continue;
            }
            let code = self.code(run.code, dice);
            let target = self.target(answer, &run, dice);
            if !done.contains(&(target, code)) {
                done.push((target, code));
                self.apply(response, answer, target, code, dice);
            }
        }
        if answer.sentences.len() > 3 && dice.chance(self.coder.whole) {
            let code = group(self.codebook, commonest(&answer.sentences).unwrap_or("other"));
            self.apply(response, answer, Target::WholeAnswer, code, dice);
        }
    }

    /// The code that the coder chooses: most often the right one, or else its group or a neighbour.
    fn code(&self, code: &'static str, dice: &mut Dice) -> &'static str {
        let parent = group(self.codebook, code);
        // What does not fit is often put with all that does not fit.
        let likely = if parent == "other" { self.coder.near_miss + 25 } else { self.coder.near_miss };
        if !dice.chance(likely) {
            return code;
        }
        let beside: Vec<&'static str> = self
            .codebook
            .iter()
            .filter(|known| known.parent == Some(parent) && known.key != code)
            .map(|known| known.key)
            .collect();
        if dice.chance(45) { parent } else { dice.pick(&beside).copied().unwrap_or(parent) }
    }

    /// The words that the coder marks: an answer of one sentence is coded whole.
    fn target(&self, answer: &Answer, run: &Run, dice: &mut Dice) -> Target {
        if answer.sentences.len() == 1 {
            return Target::WholeAnswer;
        }
        let (mut first, mut last) = (run.first, run.last);
        if dice.chance(self.coder.edges) {
            match dice.below(4) {
                0 => first = first.saturating_sub(1),
                1 => last = (last + 1).min(answer.sentences.len() - 1),
                2 if first < last => first += 1,
                _ if first < last => last -= 1,
                _ => {}
            }
        }
        Target::Excerpt(Span {
            start: answer.sentences[first].span.start,
            end: answer.sentences[last].span.end,
        })
    }

    fn apply(
        &mut self,
        response: &Response,
        answer: &Answer,
        target: Target,
        code: &'static str,
        dice: &mut Dice,
    ) {
        let at = self.desk.next(45, 420, dice);
        let memo = memo(code, dice);
        self.codings.push(Coding {
            key: String::new(),
            response: response.key.clone(),
            question: answer.question,
            target,
            code,
            coder: self.coder.key,
            at,
            memo,
        });
    }
}

/// A remark on a few of the codings.
fn memo(code: &str, dice: &mut Dice) -> Option<&'static str> {
    let fitting: Vec<&'static str> = MEMOS
        .iter()
        .filter(|(about, _)| about.is_empty() || *about == code)
        .map(|(_, words)| *words)
        .collect();
    if dice.chance(3) { dice.pick(&fitting).copied() } else { None }
}

/// Neighbouring sentences that bear the same code.
struct Run {
    code: &'static str,
    first: usize,
    last: usize,
    /// Whether it is the chief code of one of them.
    chief: bool,
}

/// How many sentences an excerpt has at most.
const LONGEST: usize = 3;

fn runs(sentences: &[Sentence]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        for (rank, code) in sentence.codes.iter().copied().enumerate() {
            let open = runs
                .iter_mut()
                .find(|run| run.code == code && run.last + 1 == at && at - run.first < LONGEST);
            match open {
                Some(run) => {
                    run.last = at;
                    run.chief |= rank == 0;
                }
                None => runs.push(Run { code, first: at, last: at, chief: rank == 0 }),
            }
        }
    }
    runs
}

/// The code that most sentences bear.
fn commonest(sentences: &[Sentence]) -> Option<&'static str> {
    let count = |code: &str| sentences.iter().filter(|sentence| sentence.codes.contains(&code)).count();
    sentences
        .iter()
        .flat_map(|sentence| sentence.codes.iter().copied())
        .max_by_key(|code| (count(code), *code))
}
