//! What is searched for: of each kind as many, with frequent, middling and rare words.

use domain::responses::{RespondentKind, Sector};
use domain::search::Query;
use services::demo::dice::Dice;

use crate::corpus::{Corpus, SYSTEMS, system};
use crate::texts::{Texts, rare};

/// How many there are of each kind.
const OF_EACH: usize = 100;

/// A query, and its words as they were put into it.
#[derive(Clone, Default)]
pub struct Question {
    pub kind: &'static str,
    pub query: Query,
    /// Words that are all required.
    pub all: Vec<String>,
    /// Words of which one is required.
    pub any: Vec<String>,
    /// Words that must stand together.
    pub phrase: Option<String>,
}

impl Question {
    /// Writes the words as people type them.
    fn typed(mut self) -> Self {
        let phrase = self.phrase.iter().map(|phrase| format!("\"{phrase}\""));
        let any = Some(self.any.join(" OR ")).filter(|any| !any.is_empty());
        let words: Vec<_> = phrase.chain(self.all.iter().cloned()).chain(any).collect();
        self.query.words = words.join(" ");
        self.query.page = 1;
        self
    }
}

/// Words by how often they are used.
struct Ranks {
    frequent: Vec<String>,
    middling: Vec<String>,
}

impl Ranks {
    fn frequent(&self, dice: &mut Dice) -> String {
        dice.pick(&self.frequent).cloned().unwrap_or_default()
    }

    fn middling(&self, dice: &mut Dice) -> String {
        dice.pick(&self.middling).cloned().unwrap_or_default()
    }

    /// A word of a text has every frequency.
    fn any(&self, dice: &mut Dice) -> String {
        match dice.below(10) {
            0..4 => self.frequent(dice),
            4..8 => self.middling(dice),
            _ => rare(dice.below(40_000)),
        }
    }
}

/// Every question, always the same.
pub fn all(corpus: &Corpus, texts: &Texts) -> Vec<Question> {
    let mut dice = Dice::new(5);
    let ranks = Ranks { frequent: texts.ranks(0..150), middling: texts.ranks(150..2_000) };
    let mut texts = texts.clone();
    let mut all = Vec::new();
    for _ in 0..OF_EACH {
        all.extend(words_alone(&ranks, &mut dice, &mut texts));
        all.extend(with_filters(&ranks, &mut dice, corpus));
    }
    all.into_iter().map(Question::typed).collect()
}

fn words_alone(ranks: &Ranks, dice: &mut Dice, texts: &mut Texts) -> Vec<Question> {
    let question = |kind| Question { kind, ..Question::default() };
    let text = texts.answer(12).trim_end_matches('.').to_lowercase().replace('.', "");
    let pair = text.split(' ').skip(3).take(2).collect::<Vec<_>>().join(" ");
    vec![
        Question { all: vec![ranks.any(dice)], ..question("one word") },
        Question { all: vec![ranks.frequent(dice), ranks.any(dice)], ..question("two words") },
        Question {
            all: vec![ranks.frequent(dice), ranks.frequent(dice), ranks.middling(dice)],
            ..question("three words")
        },
        Question { any: vec![ranks.frequent(dice), ranks.middling(dice)], ..question("either word") },
        Question { phrase: Some(pair), ..question("phrase") },
    ]
}

fn with_filters(ranks: &Ranks, dice: &mut Dice, corpus: &Corpus) -> Vec<Question> {
    let code = |dice: &mut Dice| dice.pick(&corpus.codes).copied();
    let question = |kind, query| Question { kind, query, ..Question::default() };
    let kind = Query { kind: dice.pick(RespondentKind::ALL).copied(), ..Query::default() };
    let sector = Query { sector: dice.pick(Sector::ALL).copied(), ..Query::default() };
    let in_system = Query { system: Some(system(dice.below(SYSTEMS))), ..Query::default() };
    let coded = Query { code: code(dice), ..Query::default() };
    vec![
        Question { all: vec![ranks.any(dice)], ..question("word, respondent kind", kind) },
        Question { all: vec![ranks.frequent(dice)], ..question("word, sector", sector) },
        Question { all: vec![ranks.frequent(dice)], ..question("word, care system", in_system) },
        Question { all: vec![ranks.any(dice)], ..question("word, theme", coded) },
        question("theme alone", Query { code: code(dice), ..Query::default() }),
    ]
}
