//! The codes that a file carries.

use std::collections::{BTreeSet, HashMap};

use domain::review::CodeDetails;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::Ready;
use crate::review::codebook;
use crate::review::coding::{NewCoding, apply_in};
use crate::{Clock, Failure, Services};

/// The names of codes in a printed list of Python dictionaries: the keys whose value is not `None`.
///
/// It is not JSON: strings stand in single or double quotes, and nothing but white space stands between two
/// dictionaries. Gives nothing where the cell is something else.
pub fn from_dictionaries(cell: &str) -> Option<Vec<String>> {
    let inner = cell.trim().strip_prefix('[')?.strip_suffix(']')?;
    let tokens = tokens(inner)?;
    let (mut found, mut depth, mut key) = (Vec::new(), 0_usize, None);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Mark('{') => {
                // A dictionary as a value: the code applies.
                if depth == 1 {
                    found.extend(key.take());
                }
                depth += 1;
            }
            Token::Mark('}') => depth = depth.checked_sub(1)?,
            Token::Text(text) if depth == 1 && tokens.get(at + 1) == Some(&Token::Mark(':')) => {
                key = Some(text.clone());
            }
            Token::Text(_) if depth == 1 => found.extend(key.take()),
            Token::Word(word) if depth == 1 && word == "None" => key = None,
            _ => {}
        }
    }
    (depth == 0).then_some(found)
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Mark(char),
    Text(String),
    Word(String),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' | ':' => found.push(Token::Mark(c)),
            '\'' | '"' => {
                let mut inside = String::new();
                loop {
                    match chars.next()? {
                        '\\' => inside.push(chars.next()?),
                        end if end == c => break,
                        other => inside.push(other),
                    }
                }
                found.push(Token::Text(inside));
            }
            c if c.is_alphanumeric() => {
                let mut word = String::from(c);
                while let Some(next) = chars.next_if(|next| next.is_alphanumeric() || *next == '.') {
                    word.push(next);
                }
                found.push(Token::Word(word));
            }
            _ => {}
        }
    }
    Some(found)
}

/// Finds the codes that the rows name in the codebook, and adds those that are missing.
pub(super) async fn find_or_add(
    services: &Services,
    call: Uuid,
    rows: &[Ready],
    coder: Option<Uuid>,
) -> Result<HashMap<String, Uuid>, Failure> {
    let named: BTreeSet<&String> = rows.iter().flat_map(|row| &row.codes).collect();
    if named.is_empty() {
        return Ok(HashMap::new());
    }
    let coder = coder
        .ok_or_else(|| Failure::File("the file carries codes: say with --coder whose they are".to_owned()))?;
    let mut codes: HashMap<String, Uuid> =
        codebook(services, call).await?.into_iter().map(|code| (code.name, code.id)).collect();
    for name in named {
        if !codes.contains_key(name) {
            let details = CodeDetails {
                parent: None,
                name: name.clone(),
                definition: String::new(),
                include: String::new(),
                exclude: String::new(),
                example: String::new(),
                colour: (codes.len() % usize::from(domain::review::COLOURS)) as u8,
            };
            codes.insert(name.clone(), codebook::add(services, call, details, coder).await?);
        }
    }
    Ok(codes)
}

/// Puts the codes of a row on the whole of an answer.
pub(super) async fn apply(
    txn: &DatabaseTransaction,
    clock: &Clock,
    call: Uuid,
    answer: Uuid,
    names: &[String],
    codes: &HashMap<String, Uuid>,
    coder: Option<Uuid>,
) -> Result<(), Failure> {
    for name in names {
        if let (Some(code), Some(coder)) = (codes.get(name).copied(), coder) {
            apply_in(txn, clock, call, NewCoding { answer, code, span: None, coder }).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::from_dictionaries;

    #[test]
    fn a_printed_list_gives_the_keys_that_apply() {
        let cell = "[{'A': None, 'B': {'rationale': \"it's {so}: 'A'\", 'topic_name': 'x'}}\n {'A': {'rationale': 'y'}, 'B': None}]";
        assert_eq!(from_dictionaries(cell), Some(vec!["B".to_owned(), "A".to_owned()]));
        assert_eq!(from_dictionaries("[]"), Some(Vec::new()));
        assert_eq!(from_dictionaries("[{'A': None"), None);
        assert_eq!(from_dictionaries("nothing"), None);
    }
}
