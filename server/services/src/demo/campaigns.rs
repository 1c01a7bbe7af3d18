//! Two campaigns: texts that people were sent, and sent on changed, cut, or with something of their own.

use super::bank::{self, BODIES, Words, content, words};
use super::compose::answer;
use super::dice::Dice;
use super::model::{Answer, Language, RespondentKind};
use super::persona::{self, Hand, Layout, Style};
use super::render::{Slots, Writing, fill};
use super::whole::Draft;

/// A campaign: its key, how many copies, its words, and the bodies that sent one.
struct Campaign {
    key: &'static str,
    copies: usize,
    text: &'static str,
    bodies: &'static [&'static str],
}

const CAMPAIGNS: [Campaign; 2] = [
    Campaign {
        key: "home-not-ward",
        copies: 38,
        text: include_str!("words/campaign_home.txt"),
        bodies: &["harbour-lights"],
    },
    Campaign {
        key: "keep-care-close",
        copies: 27,
        text: include_str!("words/campaign_close.txt"),
        bodies: &["brackenshaw-pc", "sallow-bay-tc", "combe-valley"],
    },
];

/// How many responses the campaigns make together.
pub fn count() -> usize {
    CAMPAIGNS.iter().map(|campaign| campaign.copies).sum()
}

/// Every copy of both campaigns.
pub fn all(dice: &mut Dice) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for campaign in &CAMPAIGNS {
        let mut template = read(campaign.text);
        dice.shuffle(&mut template.additions);
        for copy in 0..campaign.copies {
            drafts.push(draft(campaign, &mut template, copy, dice));
        }
    }
    drafts
}

struct Template {
    boxes: Vec<(char, Vec<Words>)>,
    additions: Vec<Words>,
    /// What bodies add in the place of something of their own.
    bodies: Vec<Words>,
    swaps: Vec<(&'static str, &'static str)>,
}

fn read(text: &'static str) -> Template {
    let mut template =
        Template { boxes: Vec::new(), additions: Vec::new(), bodies: Vec::new(), swaps: Vec::new() };
    let mut part = "";
    for line in content(text) {
        if let Some(name) = line.strip_prefix("==") {
            part = name.trim();
        } else if let Some(letter) = line.strip_prefix('[').and_then(|rest| rest.chars().next()) {
            template.boxes.push((letter, Vec::new()));
        } else if part == "additions" {
            template.additions.push(words(line));
        } else if part == "bodies" {
            template.bodies.push(words(line));
        } else if part == "swaps" {
            template.swaps.extend(line.split_once(" => "));
        } else if let Some((_, lines)) = template.boxes.last_mut() {
            lines.push(words(line));
        }
    }
    template
}

/// How far a copy is from what was sent round.
struct Edits {
    /// In a hundred sentences, so many are left out and so many have words changed.
    cut: usize,
    swap: usize,
    additions: usize,
    /// Everything was pasted into the last box.
    one_box: bool,
}

fn edits(copy: usize, dice: &mut Dice) -> Edits {
    match copy % 5 {
        // One in five sends it as it came.
        0 => Edits { cut: 0, swap: 0, additions: 0, one_box: false },
        1 => Edits { cut: 0, swap: 30, additions: usize::from(dice.chance(50)), one_box: false },
        2 => Edits { cut: 12, swap: 25, additions: 1, one_box: dice.chance(35) },
        3 => Edits { cut: 5, swap: 15, additions: dice.between(1, 3), one_box: dice.chance(50) },
        _ => Edits { cut: 40, swap: 35, additions: dice.between(2, 3), one_box: dice.chance(35) },
    }
}

fn draft(campaign: &Campaign, template: &mut Template, copy: usize, dice: &mut Dice) -> Draft {
    let edits = edits(copy, dice);
    let organisation = campaign.bodies.get(copy.wrapping_sub(3)).copied();
    let voices = [("pt", 58), ("cr", 26), ("cw", 8), ("nu", 8)];
    let voice = match organisation {
        Some(_) if campaign.key == "home-not-ward" => "ov",
        Some(_) => "oc",
        None => dice.weigh(&voices).copied().unwrap_or("pt"),
    };
    let slots = persona::slots(dice);
    let hand = if edits.swap == 0 || dice.chance(80) { Hand::Usual } else { Hand::Slips };
    let style = Style { hand, layout: Layout::Run };
    // Everyone's own words are their own, as long as there are any left.
    let (words, count) = match organisation {
        Some(_) => (&mut template.bodies, 1),
        None => (&mut template.additions, edits.additions),
    };
    let own = words.split_off(words.len().saturating_sub(count));
    Draft {
        voice,
        kind: if BODIES.contains(&voice) { RespondentKind::Organisation } else { RespondentKind::Individual },
        organisation,
        consent: None,
        language: Language::English,
        answers: write(template, own, &edits, &slots, style, dice),
        campaign: Some(campaign.key),
    }
}

fn write(
    template: &Template,
    mut own: Vec<Words>,
    edits: &Edits,
    slots: &Slots,
    style: Style,
    dice: &mut Dice,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut single = Writing::default();
    for (letter, lines) in &template.boxes {
        let mut writing = Writing::default();
        let target = if edits.one_box { &mut single } else { &mut writing };
        let mut joined = true;
        for (at, line) in lines.iter().enumerate() {
            if dice.chance(edits.cut) && !(at == 0 && *letter == 'B') {
                continue;
            }
            let text = changed(line.text, template, edits, slots, dice);
            let before = if edits.one_box && joined { "\n\n" } else { " " };
            target.sentence(before, &style.apply(&text, dice), &line.codes, line.mark);
            joined = false;
            if dice.chance(28)
                && let Some(own) = own.pop()
            {
                target.words(&own, slots, &style, dice);
            }
        }
        if !writing.is_empty() {
            answers.push(answer(bank::question(*letter), writing));
        }
    }
    // What is left of one's own words comes last.
    for (number, words) in own.into_iter().enumerate() {
        let before = if number == 0 { "\n\n" } else { " " };
        let text = style.apply(&fill(words.text, slots, dice), dice);
        single.sentence(before, &text, &words.codes, words.mark);
    }
    if !single.is_empty() {
        answers.retain(|answer| answer.question != "anything-else");
        answers.push(answer("anything-else", single));
    }
    answers
}

fn changed(line: &str, template: &Template, edits: &Edits, slots: &Slots, dice: &mut Dice) -> String {
    let mut text = fill(line, slots, dice);
    for (old, new) in &template.swaps {
        if text.contains(old) && dice.chance(edits.swap) {
            text = text.replacen(old, new, 1);
            break;
        }
    }
    text
}
