//! How a text becomes words: the same way when it is indexed, when it is asked for, and when a match is shown.
//!
//! A word is a run of letters and digits, in small letters and without accents. An ideograph is a word by itself,
//! because Chinese and Japanese put no spaces between theirs. An apostrophe parts words, so that the Welsh
//! *feddygfa'r* is found by *feddygfa* and *patient's* by *patient*.

use std::collections::HashMap;
use std::iter::Peekable;
use std::str::CharIndices;

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RawTokenizer, Stemmer, TextAnalyzer, Token, TokenStream,
    Tokenizer,
};

/// The name under which the index knows words as they are.
pub const EXACT: &str = "folkmoot_exact";
/// The name under which the index knows words without their endings.
pub const STEMMED: &str = "folkmoot_stemmed";

/// The longest word, in bytes: what follows is left out. Longer ones are addresses and noise.
const LONGEST: usize = 80;

/// How many stems are remembered; then all are forgotten and it begins again.
const REMEMBERED: usize = 20_000;

/// One word and where it stands in its text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// The words of a text as they are.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, |word| {
        words.push(word.clone());
        true
    });
    words
}

/// Gives each word in turn, until it is told to stop.
pub fn each_word(text: &str, take: impl FnMut(&Word) -> bool) {
    each_word_with(text, |_| true, take);
}

/// Gives each word in turn that may begin with a wanted letter, until it is told to stop. The others are passed over,
/// which is much quicker than to make words of them.
pub fn each_word_with(text: &str, wanted: impl Fn(char) -> bool, mut take: impl FnMut(&Word) -> bool) {
    let mut splitter = Splitter::default();
    let mut chars = text.char_indices().peekable();
    let mut word = Word { text: String::new(), start: 0, end: 0 };
    while let Some(place) = Splitter::place(&mut chars) {
        // What a letter beyond ASCII becomes is known only once it was folded.
        if place.first.is_ascii() && !wanted(place.first.to_ascii_lowercase()) {
            continue;
        }
        splitter.write(text, place, &mut word);
        if !take(&word) {
            break;
        }
    }
}

/// Words without their English endings. Remembers what it has met: a text uses few words often.
#[derive(Clone)]
pub struct Stems {
    known: HashMap<String, String>,
    analyzer: TextAnalyzer,
}

impl Default for Stems {
    fn default() -> Self {
        let analyzer = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::English));
        Self { known: HashMap::new(), analyzer: analyzer.build() }
    }
}

impl Stems {
    /// The stem of a word that is in small letters.
    pub fn of(&mut self, word: &str) -> &str {
        if !self.known.contains_key(word) {
            if self.known.len() >= REMEMBERED {
                self.known.clear();
            }
            let stem = only_token(&mut self.analyzer, word);
            self.known.insert(word.to_owned(), stem);
        }
        self.known.get(word).map_or("", String::as_str)
    }
}

fn only_token(analyzer: &mut TextAnalyzer, text: &str) -> String {
    let mut stream = analyzer.token_stream(text);
    stream.next().map(|token| token.text.clone()).unwrap_or_default()
}

/// Cuts a text into words.
#[derive(Clone, Default)]
struct Splitter {
    /// Made when the first letter beyond ASCII comes: many texts have none.
    folding: Option<TextAnalyzer>,
}

/// Where a word stands in its text, in bytes.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    first: char,
    /// Whether all of it is ASCII.
    plain: bool,
}

impl Splitter {
    fn next(&mut self, text: &str, chars: &mut Peekable<CharIndices<'_>>, word: &mut Word) -> bool {
        let Some(place) = Self::place(chars) else { return false };
        self.write(text, place, word);
        true
    }

    /// Where the next word stands.
    fn place(chars: &mut Peekable<CharIndices<'_>>) -> Option<Place> {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut place = Place { start, end: start + first.len_utf8(), first, plain: first.is_ascii() };
        if !stands_alone(first) {
            while let Some((at, c)) = chars.next_if(|(_, c)| is_inside(*c)) {
                place.plain &= c.is_ascii();
                place.end = at + c.len_utf8();
            }
        }
        Some(place)
    }

    /// Makes the word that stands there.
    fn write(&mut self, text: &str, place: Place, word: &mut Word) {
        (word.start, word.end) = (place.start, place.end);
        word.text.clear();
        let written = &text[place.start..place.end];
        if place.plain {
            word.text.extend(written.bytes().take(LONGEST).map(|byte| char::from(byte.to_ascii_lowercase())));
        } else {
            self.fold(written, &mut word.text);
        }
    }

    fn fold(&mut self, written: &str, folded: &mut String) {
        let bare: String = written.chars().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase).collect();
        let folding = self.folding.get_or_insert_with(|| {
            TextAnalyzer::builder(RawTokenizer::default())
                .filter(AsciiFoldingFilter)
                .filter(LowerCaser)
                .build()
        });
        folded.push_str(&only_token(folding, &bare));
        folded.truncate(folded.floor_char_boundary(LONGEST));
    }
}

fn is_inside(c: char) -> bool {
    (c.is_alphanumeric() && !stands_alone(c)) || is_mark(c)
}

/// Accents that follow their letter as a character of their own.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

const fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The tokeniser that the index uses, with or without stemming.
#[derive(Clone, Default)]
pub struct WordTokenizer {
    splitter: Splitter,
    stems: Option<Stems>,
    word: Option<Word>,
    token: Token,
}

impl WordTokenizer {
    /// Words without their endings.
    pub fn stemmed() -> Self {
        Self { stems: Some(Stems::default()), ..Self::default() }
    }
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.reset();
        let word = self.word.get_or_insert_with(|| Word { text: String::new(), start: 0, end: 0 });
        WordStream {
            text,
            chars: text.char_indices().peekable(),
            splitter: &mut self.splitter,
            stems: self.stems.as_mut(),
            word,
            token: &mut self.token,
        }
    }
}

/// The words of one text on their way into the index.
pub struct WordStream<'a> {
    text: &'a str,
    chars: Peekable<CharIndices<'a>>,
    splitter: &'a mut Splitter,
    stems: Option<&'a mut Stems>,
    word: &'a mut Word,
    token: &'a mut Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        if !self.splitter.next(self.text, &mut self.chars, self.word) {
            return false;
        }
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = self.word.start;
        self.token.offset_to = self.word.end;
        self.token.text.clear();
        match &mut self.stems {
            Some(stems) => self.token.text.push_str(stems.of(&self.word.text)),
            None => self.token.text.push_str(&self.word.text),
        }
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_small_and_bare() {
        assert_eq!(
            texts("The GP's “café” in Tŷ'r Cafe\u{301}"),
            ["the", "gp", "s", "cafe", "in", "ty", "r", "cafe"]
        );
        assert_eq!(texts("co-produced 24/7"), ["co", "produced", "24", "7"]);
        assert_eq!(texts("uber就是叫"), ["uber", "就", "是", "叫"]);
    }

    #[test]
    fn a_stem_is_shared_by_the_forms_of_a_word() {
        let mut stems = Stems::default();
        let waiting = stems.of("waiting").to_owned();
        assert_eq!(stems.of("waited"), waiting);
        assert_eq!(stems.of("waits"), waiting);
    }

    proptest! {
        #[test]
        fn every_word_stands_where_it_says(text in any::<String>()) {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(last <= word.start && word.start < word.end);
                prop_assert!(text.get(word.start..word.end).is_some_and(|part| part.chars().any(char::is_alphanumeric)));
                last = word.end;
            }
        }
    }
}
