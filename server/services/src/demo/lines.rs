//! Lines that stand alone: openings, closings and the one thing that someone would change.

use super::bank::{self, Loose, Words, may_say};
use super::dice::Dice;
use super::persona::Persona;

/// Loose lines with how often each was used.
pub struct Lines {
    lines: Vec<Loose>,
    /// How often each was used.
    pub uses: Vec<usize>,
}

impl Lines {
    /// Reads the lines of a file.
    pub fn read(text: &'static str) -> Self {
        let lines = bank::loose(text);
        Self { uses: vec![0; lines.len()], lines }
    }

    /// One of the least used lines that this persona may say, on one of the topics if any are given.
    pub fn pick(
        &mut self,
        persona: &Persona,
        topics: &[&str],
        limit: usize,
        dice: &mut Dice,
    ) -> Option<Words> {
        let fits = |line: &Loose| {
            may_say(&line.voices, persona.voice, &persona.traits)
                && (topics.is_empty() || line.tags.iter().any(|tag| topics.contains(tag)))
        };
        let found: Vec<usize> =
            (0..self.lines.len()).filter(|at| fits(&self.lines[*at]) && self.uses[*at] < limit).collect();
        let least = found.iter().map(|at| self.uses[*at]).min()?;
        let fresh: Vec<usize> = found.into_iter().filter(|at| self.uses[*at] == least).collect();
        let at = *dice.pick(&fresh)?;
        self.uses[at] += 1;
        Some(self.lines[at].words.clone())
    }
}
