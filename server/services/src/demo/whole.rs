//! Responses that were written whole: voices that no template gives, the Welsh ones, the two very long ones and the
//! one-liners.

use super::bank::{self, Loose, Words, content, words};
use super::compose::answer;
use super::dice::Dice;
use super::model::{Answer, Consent, Language, RespondentKind};
use super::persona::{self, Style};
use super::render::Writing;

/// A response before it has a time and a place.
#[derive(Clone, Debug)]
pub struct Draft {
    pub voice: &'static str,
    pub kind: RespondentKind,
    /// The key of an organisation.
    pub organisation: Option<&'static str>,
    /// Settled here where the words depend on it, otherwise by chance.
    pub consent: Option<Consent>,
    pub language: Language,
    pub answers: Vec<Answer>,
    pub campaign: Option<&'static str>,
}

const ENGLISH: [&str; 4] = [
    include_str!("words/whole_1.txt"),
    include_str!("words/whole_2.txt"),
    include_str!("words/long_council.txt"),
    include_str!("words/long_charities.txt"),
];

/// Every response that was written whole, in English and in Welsh.
pub fn all(dice: &mut Dice) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for text in ENGLISH {
        read(text, Language::English, dice, &mut drafts);
    }
    read(include_str!("words/welsh.txt"), Language::Welsh, dice, &mut drafts);
    drafts
}

fn read(text: &'static str, language: Language, dice: &mut Dice, drafts: &mut Vec<Draft>) {
    let mut slots = persona::slots(dice);
    let mut boxes: Vec<(char, Vec<Words>)> = Vec::new();
    for line in content(text).chain(["=="]) {
        if let Some(header) = line.strip_prefix("==") {
            if let Some(draft) = drafts.last_mut()
                && !boxes.is_empty()
            {
                draft.answers =
                    boxes.drain(..).map(|(letter, lines)| write(letter, &lines, &slots, dice)).collect();
            }
            slots = persona::slots(dice);
            drafts.extend(heading(header, language));
        } else if let Some(letter) = line.strip_prefix('[').and_then(|rest| rest.chars().next()) {
            boxes.push((letter, Vec::new()));
        } else if let Some((_, lines)) = boxes.last_mut() {
            lines.push(words(line));
        }
    }
}

/// Reads `voice | kind | consent`; nothing for the mark at the end of a file.
fn heading(header: &'static str, language: Language) -> Option<Draft> {
    let mut parts = header.split('|').map(str::trim);
    let voice = parts.next().filter(|voice| !voice.is_empty())?;
    let who = parts.next()?;
    let organisation = who.strip_prefix("org:");
    let kind = match who {
        "behalf" => RespondentKind::OnBehalf,
        _ if organisation.is_some() => RespondentKind::Organisation,
        _ => RespondentKind::Individual,
    };
    let consent = match parts.next()? {
        "name" => Consent::WithName,
        "anonymous" => Consent::WithoutName,
        _ => Consent::NotAtAll,
    };
    Some(Draft {
        voice,
        kind,
        organisation,
        consent: Some(consent),
        language,
        answers: Vec::new(),
        campaign: None,
    })
}

fn write(letter: char, lines: &[Words], slots: &super::render::Slots, dice: &mut Dice) -> Answer {
    let mut writing = Writing::default();
    for line in lines {
        writing.words(line, slots, &Style::PLAIN, dice);
    }
    answer(bank::question(letter), writing)
}

/// So many responses of a line or two, none of them twice.
pub fn short(count: usize, dice: &mut Dice) -> Vec<Draft> {
    let mut lines = bank::loose(include_str!("words/short.txt"));
    dice.shuffle(&mut lines);
    lines.truncate(count);
    lines.into_iter().filter_map(|line| one_line(&line, dice)).collect()
}

fn one_line(line: &Loose, dice: &mut Dice) -> Option<Draft> {
    let voice = line.voices.first()?.voice;
    let letter = line.tags.first()?.chars().next()?;
    let slots = persona::slots(dice);
    Some(Draft {
        voice,
        kind: RespondentKind::Individual,
        organisation: None,
        consent: None,
        language: Language::English,
        answers: vec![write(letter, std::slice::from_ref(&line.words), &slots, dice)],
        campaign: None,
    })
}
