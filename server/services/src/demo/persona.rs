//! Who writes: a voice, what matters to them, how much they say and how it looks on the page.

use super::bank::{BODIES, PUBLIC, Passage, WORK, may_say};
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
    /// A heading over each passage, from its topic.
    Headed,
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
            Hand::Lower => lower(text, dice),
            Hand::Slips => slip(text, dice),
            Hand::Loud if dice.chance(18) => text.to_uppercase(),
            Hand::Usual | Hand::Typewriter | Hand::Loud => text.to_owned(),
        }
    }
}

fn lower(text: &str, dice: &mut Dice) -> String {
    let mut out =
        text.to_lowercase().replace(" i'm ", " im ").replace("don't", "dont").replace("can't", "cant");
    if out.ends_with('.') && dice.chance(30) {
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
    /// What else is true of them: where they work, what their charity does.
    pub traits: Vec<&'static str>,
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
    /// Writes it as a letter: how it begins and ends.
    pub letter: Option<(&'static str, &'static str)>,
}

/// Invented places. Towns in the answers are never real ones.
const TOWNS: [&str; 26] = [
    "Ashcombe Regis",
    "Haverby",
    "Thornley Bridge",
    "Marsh End",
    "Kelmsworth",
    "Oldcaster",
    "Sallow Bay",
    "Wexborough",
    "Dunmere",
    "Stanwick Cross",
    "Netherfold",
    "Brackenshaw",
    "Saltwick",
    "Greatford",
    "Holme Vale",
    "Caldmoor",
    "Little Orton",
    "Westering",
    "Nettleby",
    "Combe Hollow",
    "Eastway",
    "Larkfield Moor",
    "Pinfold",
    "Hexley",
    "Tidewater",
    "Sunderby",
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
    let (child, cthey, cthem) =
        if dice.chance(60) { ("son", "he", "him") } else { ("daughter", "she", "her") };
    let their = if they == "she" { "her" } else { "his" };
    Slots { town, rel, they, them, their, child, cthey, cthem, age: dice.between(66, 89) }
}

/// What individuals of some voices may be, with how likely each is.
const TRAITS: [(&str, &str, usize); 9] = [
    ("nu", "ward", 50),
    ("nu", "district", 36),
    ("nu", "hospice", 14),
    ("ah", "therapy", 60),
    ("ah", "ambulance", 40),
    ("mg", "system", 55),
    ("mg", "trust", 45),
    ("cw", "homecare", 65),
    ("cw", "carehome", 35),
];

/// The traits of an individual: one at most.
pub fn traits(voice: &str, dice: &mut Dice) -> Vec<&'static str> {
    if voice == "pt" {
        return if dice.chance(5) { vec!["bipolar"] } else { Vec::new() };
    }
    let fitting: Vec<(&'static str, usize)> = TRAITS
        .iter()
        .filter(|(known, _, _)| *known == voice)
        .map(|(_, name, weight)| (*name, *weight))
        .collect();
    dice.weigh(&fitting).copied().into_iter().collect()
}

/// How letters begin and end.
const LETTERS: [(&str, &str); 7] = [
    ("Dear Sir or Madam,", "Yours faithfully"),
    ("Dear Review team,", "Kind regards"),
    ("Dear Reviewer,", "Yours sincerely"),
    ("To whom it may concern", "A concerned resident"),
    ("Hello", "Thanks"),
    ("Dear all,", "Best wishes"),
    ("Good evening.", "Good night."),
];

/// Every trait that an individual may have.
#[cfg(test)]
pub fn every_trait() -> impl Iterator<Item = &'static str> {
    TRAITS.iter().map(|(_, name, _)| *name).chain(["bipolar"])
}

/// Makes up someone with this voice and these traits, for whom these passages could be written.
pub fn persona(
    voice: &'static str,
    traits: Vec<&'static str>,
    passages: &[Passage],
    dice: &mut Dice,
) -> Persona {
    let body = BODIES.contains(&voice);
    let public = PUBLIC.contains(&voice);
    // Nobody says all that a voice could say: two bodies of a kind would then say the same.
    let sayable = passages.iter().filter(|passage| may_say(&passage.voices, voice, &traits)).count();
    let passages_wanted = length(body, public, dice).min(sayable / 3 + 1);
    let breadth = if body { dice.between(2, 4) + passages_wanted / 2 } else { 1 + passages_wanted / 2 };
    let style = Style { hand: hand(voice, dice), layout: layout(body, dice) };
    let one_box = !body && dice.chance(30);
    let letter = if one_box
        && matches!(style.layout, Layout::Run | Layout::Paragraphs)
        && voice != "yp"
        && dice.chance(45)
    {
        dice.pick(&LETTERS).copied()
    } else {
        None
    };
    Persona {
        voice,
        slots: slots(dice),
        style,
        topics: topics(voice, &traits, breadth, passages, dice),
        passages: passages_wanted,
        plainness: if body { dice.between(15, 60) } else { dice.between(10, 75) },
        fullness: dice.between(10, 65),
        one_box,
        letter,
        traits,
    }
}

fn length(body: bool, public: bool, dice: &mut Dice) -> usize {
    let spread: &[(usize, usize)] = if body {
        &[(2, 4), (4, 8), (6, 14), (8, 18), (10, 18), (13, 15), (16, 12), (20, 7), (26, 4)]
    } else if public {
        &[(1, 26), (2, 30), (3, 21), (4, 12), (6, 8), (9, 3)]
    } else {
        &[(1, 10), (2, 18), (3, 22), (4, 20), (5, 13), (7, 11), (10, 6)]
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
        [
            (Layout::Run, 10),
            (Layout::Paragraphs, 46),
            (Layout::Numbered, 18),
            (Layout::Dashes, 12),
            (Layout::Headed, 14),
        ]
    } else {
        [
            (Layout::Run, 50),
            (Layout::Paragraphs, 36),
            (Layout::Numbered, 4),
            (Layout::Dashes, 9),
            (Layout::Headed, 1),
        ]
    };
    dice.weigh(&layouts).copied().unwrap_or(Layout::Run)
}

/// Chooses topics, each as likely as there is something to say on it in this voice.
fn topics(
    voice: &str,
    traits: &[&str],
    wanted: usize,
    passages: &[Passage],
    dice: &mut Dice,
) -> Vec<&'static str> {
    let mut weights: Vec<(&'static str, usize)> = Vec::new();
    for passage in passages.iter().filter(|passage| may_say(&passage.voices, voice, traits)) {
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
