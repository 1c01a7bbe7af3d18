//! Who writes: a voice, what matters to them, how much they say and how it looks on the page.

use super::bank::{BODIES, PUBLIC, Passage, WORK};
use super::dice::Dice;
use super::render::Slots;

/// How someone types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Usual,
    /// No capitals and few full stops.
    Lower,
    /// Two spaces between sentences, as taught on typewriters.
    Typewriter,
    /// A slip of the keys here and there.
    Slips,
    /// Some sentences in capitals.
    Loud,
}

/// How an answer of several passages is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Run,
    Paragraphs,
    Numbered,
    Dashes,
}

#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub hand: Hand,
    pub layout: Layout,
}

impl Style {
    pub const PLAIN: Self = Self { hand: Hand::Usual, layout: Layout::Run };

    /// What stands between two sentences of a paragraph.
    pub fn gap(&self) -> &'static str {
        if self.hand == Hand::Typewriter { "  " } else { " " }
    }

    /// A sentence as this hand would type it.
    pub fn apply(&self, text: &str, dice: &mut Dice) -> String {
        match self.hand {
            Hand::Usual | Hand::Typewriter => text.to_owned(),
            Hand::Lower => lower(text, dice),
            Hand::Slips => slip(text, dice),
            Hand::Loud if dice.chance(18) => text.to_uppercase(),
            Hand::Loud => text.to_owned(),
        }
    }
}

fn lower(text: &str, dice: &mut Dice) -> String {
    let mut out = text.to_lowercase().replace(" i'm ", " im ").replace("don't", "dont").replace("can't", "cant");
    if out.ends_with('.') && dice.chance(45) {
        out.pop();
    }
    out
}

/// Words that people often type wrong.
const SLIPS: [(&str, &str); 22] = [
    ("definitely", "definately"),
    ("because", "becuase"),
    ("appointment", "appointmant"),
    ("hospital", "hosptial"),
    ("and the", "and teh"),
    (" receive", " recieve"),
    ("separate", "seperate"),
    (" a lot", " alot"),
    ("their ", "there "),
    ("should have", "should of"),
    ("could have", "could of"),
    ("government", "goverment"),
    ("it's", "its"),
    ("isn't", "isnt"),
    ("doesn't", "doesnt"),
    ("I'm", "Im"),
    ("until", "untill"),
    ("pharmacist", "pharmasist"),
    ("which", "wich"),
    ("experience", "experiance"),
    (" too ", " to "),
    ("information", "infomation"),
];

fn slip(text: &str, dice: &mut Dice) -> String {
    let mut out = text.to_owned();
    for (right, wrong) in SLIPS {
        if out.contains(right) && dice.chance(55) {
            out = out.replacen(right, wrong, 1);
        }
    }
    out
}

/// Someone who writes a response put together from the bank.
#[derive(Clone, Debug)]
pub struct Persona {
    pub voice: &'static str,
    pub slots: Slots,
    pub style: Style,
    /// Topics that matter to them.
    pub topics: Vec<&'static str>,
    /// How many passages they write.
    pub passages: usize,
    /// How often, in a hundred, they choose a plain passage.
    pub plainness: usize,
    /// How often, in a hundred, they keep a sentence that could be left out.
    pub fullness: usize,
    /// Puts all that it can in one box.
    pub one_box: bool,
}

/// Invented places. Towns in the answers are never real ones.
const TOWNS: [&str; 26] = [
    "Ashcombe Regis", "Haverby", "Thornley Bridge", "Marsh End", "Kelmsworth", "Oldcaster", "Sallow Bay",
    "Wexborough", "Dunmere", "Stanwick Cross", "Netherfold", "Brackenshaw", "Saltwick", "Greatford", "Holme Vale",
    "Caldmoor", "Little Orton", "Westering", "Nettleby", "Combe Hollow", "Eastway", "Larkfield Moor", "Pinfold",
    "Hexley", "Tidewater", "Sunderby",
];

const RELATIVES: [(&str, &str, &str); 9] = [
    ("mum", "she", "her"),
    ("mother", "she", "her"),
    ("dad", "he", "him"),
    ("father", "he", "him"),
    ("husband", "he", "him"),
    ("wife", "she", "her"),
    ("brother", "he", "him"),
    ("sister", "she", "her"),
    ("partner", "he", "him"),
];

/// The words that stay the same throughout one response.
pub fn slots(dice: &mut Dice) -> Slots {
    let town = dice.pick(&TOWNS).copied().unwrap_or("Haverby");
    let (rel, they, them) = dice.pick(&RELATIVES).copied().unwrap_or(RELATIVES[0]);
    let (child, cthey, cthem) = if dice.chance(60) { ("son", "he", "him") } else { ("daughter", "she", "her") };
    Slots { town, rel, they, them, child, cthey, cthem, age: dice.between(66, 89) }
}

/// Makes up someone with this voice, for whom these passages could be written.
pub fn persona(voice: &'static str, passages: &[Passage], dice: &mut Dice) -> Persona {
    let body = BODIES.contains(&voice);
    let public = PUBLIC.contains(&voice);
    let passages_wanted = length(body, public, dice);
    let breadth = if body { dice.between(2, 3) + passages_wanted / 3 } else { 1 + passages_wanted / 2 };
    Persona {
        voice,
        slots: slots(dice),
        style: Style { hand: hand(voice, dice), layout: layout(body, dice) },
        topics: topics(voice, breadth, passages, dice),
        passages: passages_wanted,
        plainness: if body { dice.between(15, 60) } else { dice.between(10, 75) },
        fullness: dice.between(10, 65),
        one_box: !body && dice.chance(30),
    }
}

fn length(body: bool, public: bool, dice: &mut Dice) -> usize {
    let spread: &[(usize, usize)] = if body {
        &[(2, 6), (3, 10), (4, 14), (5, 16), (6, 14), (7, 11), (8, 8), (10, 6), (12, 3)]
    } else if public {
        &[(1, 34), (2, 32), (3, 18), (4, 9), (5, 5), (7, 2)]
    } else {
        &[(1, 14), (2, 24), (3, 24), (4, 17), (5, 10), (6, 7), (8, 4)]
    };
    dice.weigh(spread).copied().unwrap_or(3)
}

fn hand(voice: &str, dice: &mut Dice) -> Hand {
    let usual = if BODIES.contains(&voice) {
        100
    } else if WORK.contains(&voice) {
        82
    } else {
        52
    };
    if voice == "yp" || dice.chance(usual) {
        return if voice == "yp" && dice.chance(75) { Hand::Lower } else { Hand::Usual };
    }
    let hands = [(Hand::Slips, 40), (Hand::Typewriter, 26), (Hand::Lower, 22), (Hand::Loud, 12)];
    dice.weigh(&hands).copied().unwrap_or(Hand::Usual)
}

fn layout(body: bool, dice: &mut Dice) -> Layout {
    let layouts = if body {
        [(Layout::Run, 10), (Layout::Paragraphs, 56), (Layout::Numbered, 20), (Layout::Dashes, 14)]
    } else {
        [(Layout::Run, 50), (Layout::Paragraphs, 36), (Layout::Numbered, 4), (Layout::Dashes, 10)]
    };
    dice.weigh(&layouts).copied().unwrap_or(Layout::Run)
}

/// Chooses topics, each as likely as there is something to say on it in this voice.
fn topics(voice: &str, wanted: usize, passages: &[Passage], dice: &mut Dice) -> Vec<&'static str> {
    let mut weights: Vec<(&'static str, usize)> = Vec::new();
    for passage in passages.iter().filter(|passage| passage.voices.contains(&voice)) {
        match weights.iter_mut().find(|(topic, _)| *topic == passage.topic) {
            Some((_, weight)) => *weight += 1,
            None => weights.push((passage.topic, 1)),
        }
    }
    let mut chosen = Vec::new();
    while chosen.len() < wanted.max(1) && !weights.is_empty() {
        let Some(topic) = dice.weigh(&weights).copied() else { break };
        weights.retain(|(other, _)| *other != topic);
        chosen.push(topic);
    }
    chosen
}
