//! Text as people wrote it: line ends, words, sentences and positions.
//!
//! Positions are Unicode code points, 0-based, end exclusive, over text with LF line ends (`design.md` §4.5). The
//! browser counts UTF-16 units; [`from_utf16`] converts once, at the edge.

use serde::{Deserialize, Serialize};

/// A part of a text, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// How many code points it covers.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share at least one code point.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether it lies inside a text of this many code points and covers something.
    pub const fn fits(self, length: usize) -> bool {
        self.start < self.end && self.end <= length
    }
}

/// Line ends as LF, without control characters that no one typed on purpose and without trailing blanks.
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push('\n');
            }
            '\n' | '\t' => out.push(c),
            // NUL cannot be stored by PostgreSQL; the rest cannot be seen by whoever reads the answer.
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// One line: every run of white space becomes one space.
pub fn line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A part of an address for a title: lower-case words joined by hyphens, at most 60 characters. A title with nothing
/// usable in it gives `otherwise`.
pub fn slug(title: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() > 59 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    if slug.is_empty() { otherwise.to_owned() } else { slug }
}

/// How many words a text has: runs of anything but white space, as a respondent would count them.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// How many code points a text has.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// The words of a span, or nothing where it does not fit the text.
pub fn slice(text: &str, span: Span) -> Option<&str> {
    if span.is_empty() {
        return None;
    }
    let rest = after(text, span.start)?;
    let beyond = after(rest, span.len())?;
    rest.get(..rest.len() - beyond.len())
}

/// What follows after so many code points; nothing where there are fewer. A text of 300,000 is cut hundreds of times
/// on one page, and `chars` passes over many code points at once, which `char_indices` does not.
fn after(text: &str, count: usize) -> Option<&str> {
    let mut chars = text.chars();
    if let Some(last) = count.checked_sub(1) {
        chars.nth(last)?;
    }
    Some(chars.as_str())
}

/// The code point position of a UTF-16 offset; an offset inside a pair counts as its start.
pub fn from_utf16(text: &str, offset: usize) -> usize {
    let mut units = 0;
    for (position, c) in text.chars().enumerate() {
        if units + c.len_utf16() > offset {
            return position;
        }
        units += c.len_utf16();
    }
    length(text)
}

/// The UTF-16 offset of a code point position.
pub fn to_utf16(text: &str, position: usize) -> usize {
    text.chars().take(position).map(char::len_utf16).sum()
}

/// The sentences of a text, without the white space between them.
///
/// A sentence ends at a line end, or at `.`, `!`, `?` or `…` (with any closing quotes and brackets) before white
/// space. An abbreviation can end one early; a reader who chooses by sentence then chooses two.
pub fn sentences(text: &str) -> Vec<Span> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut start = None;
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if c == '\n' {
            close(&chars, &mut start, at, &mut found);
        } else if start.is_none() && !c.is_whitespace() {
            start = Some(at);
        }
        if matches!(c, '.' | '!' | '?' | '…') {
            let mut end = at + 1;
            while end < chars.len()
                && matches!(chars[end], '.' | '!' | '?' | '…' | '"' | '\'' | '”' | '’' | ')' | ']')
            {
                end += 1;
            }
            if chars.get(end).is_none_or(|next| next.is_whitespace()) {
                close(&chars, &mut start, end, &mut found);
                at = end;
                continue;
            }
        }
        at += 1;
    }
    close(&chars, &mut start, chars.len(), &mut found);
    found
}

fn close(chars: &[char], start: &mut Option<usize>, end: usize, found: &mut Vec<Span>) {
    let Some(from) = start.take() else { return };
    let mut to = end;
    while to > from && chars[to - 1].is_whitespace() {
        to -= 1;
    }
    if to > from {
        found.push(Span { start: from, end: to });
    }
}

/// The paragraphs of a text (its lines), empty ones left out.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split('\n') {
        let end = start + length(part);
        if !part.trim().is_empty() {
            found.push(Span { start, end });
        }
        start = end + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sentences_end_where_people_end_them() {
        let text = "We waited 3.5 hours. “Why?” she asked.\nNo answer";
        let found: Vec<_> = sentences(text).into_iter().filter_map(|span| slice(text, span)).collect();
        assert_eq!(found, ["We waited 3.5 hours.", "“Why?”", "she asked.", "No answer"]);
    }

    #[test]
    fn a_nul_and_a_carriage_return_do_not_survive() {
        assert_eq!(normalise("a\r\nb\rc\0d  \n"), "a\nb\ncd");
    }

    proptest! {
        #[test]
        fn utf16_and_back(text in any::<String>(), at in 0_usize..64) {
            let at = at.min(length(&text));
            prop_assert_eq!(from_utf16(&text, to_utf16(&text, at)), at);
        }

        #[test]
        fn sentences_are_in_order_apart_and_hold_all_that_is_not_blank(text in any::<String>()) {
            let text = normalise(&text);
            let found = sentences(&text);
            prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let kept: String = found.iter().filter_map(|span| slice(&text, *span)).collect();
            let solid = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&kept), solid(&text));
        }

        #[test]
        fn normalising_twice_changes_nothing(text in any::<String>()) {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once);
        }

        #[test]
        fn a_slice_is_what_its_code_points_say(text in any::<String>(), a in 0_usize..40, b in 0_usize..40) {
            let span = Span { start: a.min(b), end: a.max(b) };
            let expected: String = text.chars().skip(span.start).take(span.len()).collect();
            match slice(&text, span) {
                Some(part) => prop_assert_eq!(part, expected),
                None => prop_assert!(!span.fits(length(&text))),
            }
        }
    }
}
