//! The codebook of the first call, read from `words/codebook.txt`.

use super::bank::content;
use super::model::Code;

/// Every code, each after the group that it belongs to.
pub fn codes() -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    for line in content(include_str!("words/codebook.txt")) {
        if line.starts_with('[') {
            codes.extend(heading(line, &codes));
            continue;
        }
        let (Some(code), Some((part, text))) = (codes.last_mut(), line.split_once(": ")) else { continue };
        match part {
            "def" => code.definition = text,
            "inc" => code.include = text,
            "exc" => code.exclude = text,
            "eg" => code.example = text,
            _ => {}
        }
    }
    codes
}

/// Reads `[key] 3 | Name` for a group and `[key] < group | Name` for a code in it.
fn heading(line: &'static str, above: &[Code]) -> Option<Code> {
    let (key, rest) = line.strip_prefix('[')?.split_once(']')?;
    let (place, name) = rest.split_once('|')?;
    let parent = place.trim().strip_prefix("< ");
    let colour = match parent {
        Some(group) => above.iter().find(|code| code.key == group)?.colour,
        None => place.trim().parse().ok()?,
    };
    let empty = "";
    Some(Code {
        key,
        parent,
        name: name.trim(),
        definition: empty,
        include: empty,
        exclude: empty,
        example: empty,
        colour,
    })
}

/// The group that a code belongs to, or the code itself if it is a group.
pub fn group(codes: &[Code], key: &'static str) -> &'static str {
    codes.iter().find(|code| code.key == key).and_then(|code| code.parent).unwrap_or(key)
}
