//! Rich text: words among the commands of a little language, in groups.

use domain::files::Refusal;
use encoding_rs::WINDOWS_1252;

use super::LONGEST_TEXT;

/// How deep groups may be in each other.
const DEEPEST: usize = 200;

/// Groups that hold no words of the document.
const SKIPPED: [&str; 17] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "themedata",
    "colorschememapping",
    "datastore",
    "latentstyles",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "fldinst",
    "xmlnstbl",
    "filetbl",
    "revtbl",
];

/// What is inside a group.
#[derive(Clone, Copy)]
struct Group {
    skipped: bool,
    /// How many letters stand in for one of Unicode, for readers that know none.
    stand_ins: usize,
}

/// Reads the words of rich text.
pub fn read(bytes: &[u8]) -> Result<String, Refusal> {
    let mut reader = Reader { rest: bytes, groups: Vec::new(), to_skip: 0, high: None, read: String::new() };
    while !reader.rest.is_empty() {
        reader.step()?;
        if reader.read.len() > LONGEST_TEXT * 4 {
            break;
        }
    }
    Ok(reader.read)
}

struct Reader<'b> {
    rest: &'b [u8],
    groups: Vec<Group>,
    /// How many stand-ins are left to skip.
    to_skip: usize,
    /// The first half of a letter outside the first plane of Unicode.
    high: Option<u16>,
    read: String,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn skipped(&self) -> bool {
        self.groups.last().is_some_and(|group| group.skipped)
    }

    fn step(&mut self) -> Result<(), Refusal> {
        match self.next() {
            Some(b'{') => {
                if self.groups.len() >= DEEPEST {
                    return Err(Refusal::Broken);
                }
                self.groups
                    .push(self.groups.last().copied().unwrap_or(Group { skipped: false, stand_ins: 1 }));
            }
            Some(b'}') => {
                self.groups.pop();
                self.to_skip = 0;
            }
            Some(b'\\') => self.command()?,
            Some(b'\r' | b'\n') | None => {}
            Some(byte) => self.byte(byte),
        }
        Ok(())
    }

    fn command(&mut self) -> Result<(), Refusal> {
        let length = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if length == 0 {
            match self.next() {
                Some(b'\'') => {
                    let hex = self.rest.get(..2).and_then(|two| std::str::from_utf8(two).ok());
                    let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
                    self.rest = self.rest.get(2..).unwrap_or_default();
                    self.byte(byte.unwrap_or(b'?'));
                }
                Some(b'~') => self.say(' '),
                Some(b'_') => self.say('-'),
                Some(b'*') => self.skip_group(),
                Some(b'\r' | b'\n') => self.say('\n'),
                Some(byte @ (b'{' | b'}' | b'\\')) => self.byte(byte),
                _ => {}
            }
            return Ok(());
        }
        let word = String::from_utf8_lossy(&self.rest[..length]).into_owned();
        self.rest = &self.rest[length..];
        let digits = self
            .rest
            .iter()
            .enumerate()
            .take_while(|(at, byte)| byte.is_ascii_digit() || (*at == 0 && **byte == b'-'));
        let digits = digits.count();
        let number: Option<i32> =
            std::str::from_utf8(&self.rest[..digits]).ok().and_then(|digits| digits.parse().ok());
        self.rest = &self.rest[digits..];
        if self.rest.first() == Some(&b' ') {
            self.rest = &self.rest[1..];
        }
        self.act(&word, number)
    }

    fn act(&mut self, word: &str, number: Option<i32>) -> Result<(), Refusal> {
        match word {
            // Something of another program, to be started with a click.
            "object" | "objdata" | "objocx" => return Err(Refusal::Macros),
            "par" | "line" | "sect" | "page" | "row" => self.say('\n'),
            "tab" | "cell" => self.say('\t'),
            "emdash" => self.say('—'),
            "endash" => self.say('–'),
            "lquote" => self.say('‘'),
            "rquote" => self.say('’'),
            "ldblquote" => self.say('“'),
            "rdblquote" => self.say('”'),
            "bullet" => self.say('•'),
            "bin" => {
                let skip = usize::try_from(number.unwrap_or_default()).unwrap_or_default();
                self.rest = self.rest.get(skip..).ok_or(Refusal::Broken)?;
            }
            "uc" => {
                let stand_ins = usize::try_from(number.unwrap_or(1)).unwrap_or(1);
                if let Some(group) = self.groups.last_mut() {
                    group.stand_ins = stand_ins;
                }
            }
            "u" => {
                self.unicode(number.unwrap_or_default());
                self.to_skip = self.groups.last().map_or(1, |group| group.stand_ins);
            }
            skipped if SKIPPED.contains(&skipped) => self.skip_group(),
            _ => {}
        }
        Ok(())
    }

    fn skip_group(&mut self) {
        if let Some(group) = self.groups.last_mut() {
            group.skipped = true;
        }
    }

    /// A letter by its number, which is negative above the middle; two halves make one of the outer planes.
    fn unicode(&mut self, number: i32) {
        let unit = number as u16;
        if (0xd800..=0xdbff).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        let letter = char::decode_utf16(units).next().and_then(Result::ok);
        self.put(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    }

    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return;
        }
        let one = [byte];
        let letter = WINDOWS_1252.decode(&one).0.chars().next();
        self.put(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    }

    fn say(&mut self, letter: char) {
        self.to_skip = 0;
        self.put(letter);
    }

    fn put(&mut self, letter: char) {
        if !self.skipped() && !self.groups.is_empty() {
            self.read.push(letter);
        }
    }
}
