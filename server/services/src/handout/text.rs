//! A paper as plain text: for whoever's program reads nothing else, and to be pasted into a letter.

use super::{Handout, Part, Section, paragraphs};

/// The paper in UTF-8. Headings are underlined, what can be chosen begins with a dash.
pub fn text(paper: &Handout) -> String {
    let mut written = String::new();
    lines(&mut written, &paper.caption, "");
    heading(&mut written, &paper.title, '=');
    parts(&mut written, &paper.lead);
    for section in paper.sections.iter().chain(&paper.notes) {
        self::section(&mut written, section, &['-', '.']);
    }
    written
}

fn section(written: &mut String, section: &Section, underlines: &[char]) {
    let (under, deeper) = underlines.split_first().map_or(('.', underlines), |(under, rest)| (*under, rest));
    written.push('\n');
    heading(written, &section.heading, under);
    parts(written, &section.parts);
    for within in &section.within {
        self::section(written, within, deeper);
    }
}

fn heading(written: &mut String, heading: &str, under: char) {
    let heading = paragraphs(heading).collect::<Vec<_>>().join(" ");
    written.push_str(&heading);
    written.push('\n');
    written.extend(std::iter::repeat_n(under, heading.chars().count().min(80)));
    written.push_str("\n\n");
}

fn parts(written: &mut String, parts: &[Part]) {
    for part in parts {
        match part {
            Part::Text(text) | Part::Aside(text) | Part::Declared(text) => lines(written, text, ""),
            Part::List(items) => items.iter().for_each(|item| lines(written, item, "- ")),
            Part::Room(says) => {
                lines(written, says, "");
                written.push_str("\n\n");
            }
        }
        written.push('\n');
    }
}

fn lines(written: &mut String, text: &str, mark: &str) {
    for paragraph in paragraphs(text) {
        written.push_str(mark);
        written.push_str(&paragraph);
        written.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::super::example;
    use super::*;

    #[test]
    fn a_plain_text_says_everything_in_order() {
        let written = text(&example::paper(Language::English));
        let said: Vec<&str> = written
            .lines()
            .map(|line| line.strip_prefix("- ").unwrap_or(line))
            .filter(|line| !line.trim_matches(['=', '-', '.']).is_empty())
            .collect();
        assert_eq!(said, example::lines());
        assert!(!written.contains(|letter: char| letter.is_control() && letter != '\n'));
    }
}
