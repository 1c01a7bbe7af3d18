//! Puts a response together from the bank, so that no two are alike and none is a mail-merge: passages are chosen by
//! voice and topic, the least used first, and keep their inner order; what surrounds them is the persona's own.

use super::bank::{self, BODIES, PUBLIC, Passage, QUESTIONS, may_say};
use super::dice::Dice;
use super::lines::Lines;
use super::model::{Answer, Value};
use super::persona::{Layout, Persona};
use super::render::Writing;

/// The banks, with how often each part was used.
pub struct Composer {
    pub passages: Vec<Passage>,
    uses: Vec<usize>,
    openers: Lines,
    closers: Lines,
    one_changes: Lines,
}

/// How often each part of the banks was used at some moment.
pub struct Uses {
    passages: Vec<usize>,
    lines: [Vec<usize>; 3],
}

/// How a letter begins and ends, if it is one.
type Letter = Option<(&'static str, &'static str)>;

/// How often a passage may be used at most, in one demonstration.
const MOST_USES: usize = 6;

impl Composer {
    /// Reads the banks.
    pub fn read() -> Self {
        let passages = bank::passages();
        Self {
            uses: vec![0; passages.len()],
            passages,
            openers: Lines::read(include_str!("words/openers.txt")),
            closers: Lines::read(include_str!("words/closers.txt")),
            one_changes: Lines::read(include_str!("words/one_change.txt")),
        }
    }

    /// Remembers how often everything was used, so that a response that is thrown away does not count.
    pub fn mark(&self) -> Uses {
        Uses {
            passages: self.uses.clone(),
            lines: [self.openers.uses.clone(), self.closers.uses.clone(), self.one_changes.uses.clone()],
        }
    }

    /// Goes back to what was remembered.
    pub fn back(&mut self, to: Uses) {
        self.uses = to.passages;
        [self.openers.uses, self.closers.uses, self.one_changes.uses] = to.lines;
    }

    /// The answers of a persona. `about` is how a body says who it is.
    pub fn answers(
        &mut self,
        persona: &Persona,
        about: Option<&'static str>,
        dice: &mut Dice,
    ) -> Vec<Answer> {
        let chosen = self.choose(persona, dice);
        let mut boxes = place(&self.passages, &chosen, persona, dice);
        let mut answers = Vec::new();
        let last = boxes.len().saturating_sub(1);
        let form = persona.letter.filter(|_| last == 0);
        for (at, (letter, members)) in boxes.iter_mut().enumerate() {
            let mut writing = Writing::default();
            if at == 0 {
                self.open(&mut writing, persona, form, about, dice);
            }
            if persona.style.layout == Layout::Headed {
                members.sort_by_key(|passage| self.passages[*passage].topic);
            }
            let mut before = "";
            for (number, passage) in members.iter().enumerate() {
                let passage = &self.passages[*passage];
                let spot = Spot { number, of: members.len(), new_topic: passage.topic != before };
                write(&mut writing, passage, spot, persona, dice);
                before = passage.topic;
            }
            if at == last {
                self.close(&mut writing, persona, form, dice);
            }
            answers.push(answer(bank::question(*letter), writing));
        }
        if let Some(short) = self.one_change(persona, dice) {
            answers.push(short);
        }
        answers
    }

    /// Chooses passages in the persona's voice and topics, the least used first.
    fn choose(&mut self, persona: &Persona, dice: &mut Dice) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        for _ in 0..persona.passages {
            let plain = dice.chance(persona.plainness);
            let Some(at) = self
                .candidate(persona, Some(plain), &chosen, dice)
                .or_else(|| self.candidate(persona, None, &chosen, dice))
            else {
                break;
            };
            self.uses[at] += 1;
            chosen.push(at);
        }
        chosen
    }

    fn candidate(
        &self,
        persona: &Persona,
        plain: Option<bool>,
        chosen: &[usize],
        dice: &mut Dice,
    ) -> Option<usize> {
        let fits = |at: usize| {
            let passage = &self.passages[at];
            may_say(&passage.voices, persona.voice, &persona.traits)
                && persona.topics.contains(&passage.topic)
                && plain.is_none_or(|plain| plain == passage.plain)
                && self.uses[at] < MOST_USES
                && !chosen.contains(&at)
        };
        let found: Vec<usize> = (0..self.passages.len()).filter(|at| fits(*at)).collect();
        let least = found.iter().map(|at| self.uses[*at]).min()?;
        let fresh: Vec<usize> = found.into_iter().filter(|at| self.uses[*at] == least).collect();
        dice.pick(&fresh).copied()
    }

    fn open(
        &mut self,
        writing: &mut Writing,
        persona: &Persona,
        form: Letter,
        about: Option<&'static str>,
        dice: &mut Dice,
    ) {
        if let Some((greeting, _)) = form {
            writing.add(&format!("{greeting}\n\n"));
        }
        if let Some(about) = about
            && dice.chance(62)
        {
            writing.sentence("", about, &[], None);
        }
        if dice.chance(if writing.is_empty() { 46 } else { 24 })
            && let Some(words) = self.openers.pick(persona, &[], 6, dice)
        {
            writing.words(&words, &persona.slots, &persona.style, dice);
        }
    }

    fn close(&mut self, writing: &mut Writing, persona: &Persona, form: Letter, dice: &mut Dice) {
        if dice.chance(24)
            && let Some(mut words) = self.closers.pick(persona, &[], 4, dice)
        {
            if persona.style.layout != Layout::Run {
                words.lead = bank::Lead::Paragraph;
            }
            writing.words(&words, &persona.slots, &persona.style, dice);
        }
        if let Some((_, farewell)) = form {
            writing.add(&format!("\n\n{farewell}"));
        }
    }

    /// The short answer on the one thing that they would change, where they give it.
    fn one_change(&mut self, persona: &Persona, dice: &mut Dice) -> Option<Answer> {
        let likely = if BODIES.contains(&persona.voice) {
            66
        } else if PUBLIC.contains(&persona.voice) {
            44
        } else {
            56
        };
        if !dice.chance(likely) {
            return None;
        }
        let words = self.one_changes.pick(persona, &persona.topics, 4, dice)?;
        let mut writing = Writing::default();
        writing.words(&words, &persona.slots, &persona.style, dice);
        Some(answer("one-change", writing))
    }
}

/// Puts passages into boxes by the questions that they answer, in the order of the questions.
fn place(
    passages: &[Passage],
    chosen: &[usize],
    persona: &Persona,
    dice: &mut Dice,
) -> Vec<(char, Vec<usize>)> {
    let mut boxes: Vec<(char, Vec<usize>)> =
        QUESTIONS.iter().map(|(letter, _)| (*letter, Vec::new())).collect();
    for at in chosen {
        let allowed = &passages[*at].questions;
        let letter = if persona.one_box && allowed.contains(&'X') {
            'X'
        } else {
            dice.pick(allowed).copied().unwrap_or('X')
        };
        if let Some((_, members)) = boxes.iter_mut().find(|(known, _)| *known == letter) {
            members.push(*at);
        }
    }
    boxes.retain(|(_, members)| !members.is_empty());
    boxes
}

/// Where a passage stands in its answer.
#[derive(Clone, Copy)]
struct Spot {
    number: usize,
    of: usize,
    new_topic: bool,
}

/// Writes one passage.
fn write(writing: &mut Writing, passage: &Passage, spot: Spot, persona: &Persona, dice: &mut Dice) {
    let several = spot.of > 1;
    let listed = several && matches!(persona.style.layout, Layout::Numbered | Layout::Dashes);
    if listed {
        let gap = if writing.is_empty() { "" } else { "\n\n" };
        let sign = if persona.style.layout == Layout::Numbered {
            format!("{}. ", spot.number + 1)
        } else {
            "- ".to_owned()
        };
        writing.add(&format!("{gap}{sign}"));
    }
    let headed = several && spot.new_topic && persona.style.layout == Layout::Headed;
    if headed {
        let gap = if writing.is_empty() { "" } else { "\n\n" };
        writing.add(&format!("{gap}{}\n", heading(passage.topic)));
    }
    let mut first = true;
    for step in &passage.steps {
        if step.optional && !dice.chance(persona.fullness) {
            continue;
        }
        let Some(words) = dice.pick(&step.choices) else { continue };
        let text = persona.style.apply(&super::render::fill(words.text, &persona.slots, dice), dice);
        let before = match (first, listed, persona.style.layout) {
            (true, true, _) => "",
            (true, false, Layout::Run) | (false, _, _) => persona.style.gap(),
            (true, false, _) => "\n\n",
        };
        writing.sentence(before, &text, &words.codes, words.mark);
        first = false;
    }
}

/// What a body puts over a passage on a topic.
fn heading(topic: &str) -> &'static str {
    match topic {
        "discharge" => "Leaving hospital",
        "access" => "Access to care",
        "care" => "Social care",
        "records" => "Sharing information",
        "returns" => "Reporting",
        "targets" => "National and local priorities",
        "lead" => "Leadership and place",
        "money" => "Funding",
        "vcse" => "The voluntary sector",
        "oversight" => "Oversight",
        "prevention" => "Prevention",
        "people" => "Particular groups",
        "rural" => "Rural and digital access",
        _ => "Workforce",
    }
}

/// An answer in words.
pub fn answer(question: &'static str, writing: Writing) -> Answer {
    let (text, sentences) = writing.finish();
    Answer { question, value: Value::Text(text), sentences }
}
