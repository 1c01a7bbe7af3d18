//! The codebook: a tree of codes.

use std::collections::HashSet;

use uuid::Uuid;

use crate::forms::{Form, Problem, Problems};
use crate::text;

/// How many colours codes have. They stay apart for colour-blind eyes, and each has a pattern too.
pub const COLOURS: u8 = 12;

/// What is typed about a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeDetails {
    pub parent: Option<Uuid>,
    pub name: String,
    pub definition: String,
    pub include: String,
    pub exclude: String,
    pub example: String,
    /// 0 to 11.
    pub colour: u8,
}

impl CodeDetails {
    /// Reads the form. `parents` are the codes it may be placed under.
    pub fn parse(form: &Form, parents: &[Uuid]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.require(form.text("name"), "name", "error-code-name");
        if name.as_ref().is_some_and(|name| text::length(name) > 120) {
            problems.add(Problem::new("name", "error-code-name-long"));
        }
        let parent = match form.text("parent") {
            None => None,
            Some(typed) => {
                let found = typed.parse().ok().filter(|id| parents.contains(id));
                problems.require(found, "parent", "error-code-parent")
            }
        };
        let colour = form.value("colour").parse().ok().filter(|colour| *colour < COLOURS);
        let colour = problems.require(colour, "colour", "error-code-colour");
        match (name, colour) {
            (Some(name), Some(colour)) if problems.is_empty() => Ok(Self {
                parent,
                name,
                definition: form.long_text("definition").unwrap_or_default(),
                include: form.long_text("include").unwrap_or_default(),
                exclude: form.long_text("exclude").unwrap_or_default(),
                example: form.long_text("example").unwrap_or_default(),
                colour,
            }),
            _ => Err(problems),
        }
    }
}

/// A code in the order of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreeNode {
    pub id: Uuid,
    /// 0 for a code at the top.
    pub depth: usize,
}

/// The tree as a list, each code followed by its own children. `codes` are pairs of id and parent in the order of
/// their siblings. A code whose parent is missing stands at the top; one in a ring of parents is not lost either.
pub fn tree(codes: &[(Uuid, Option<Uuid>)]) -> Vec<TreeNode> {
    let known: HashSet<Uuid> = codes.iter().map(|(id, _)| *id).collect();
    let mut seen = HashSet::new();
    let mut list = Vec::with_capacity(codes.len());
    for (id, parent) in codes {
        if parent.is_none_or(|parent| !known.contains(&parent)) {
            place(codes, *id, 0, &mut seen, &mut list);
        }
    }
    for (id, _) in codes {
        place(codes, *id, 0, &mut seen, &mut list);
    }
    list
}

fn place(
    codes: &[(Uuid, Option<Uuid>)],
    id: Uuid,
    depth: usize,
    seen: &mut HashSet<Uuid>,
    list: &mut Vec<TreeNode>,
) {
    if !seen.insert(id) {
        return;
    }
    list.push(TreeNode { id, depth });
    for (child, _) in codes.iter().filter(|(_, parent)| *parent == Some(id)) {
        place(codes, *child, depth + 1, seen, list);
    }
}

/// A code and everything under it.
pub fn descendants(codes: &[(Uuid, Option<Uuid>)], root: Uuid) -> HashSet<Uuid> {
    let mut seen = HashSet::new();
    place(codes, root, 0, &mut seen, &mut Vec::new());
    seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_code_is_lost_or_listed_twice(parents in prop::collection::vec(prop::option::of(0_usize..30), 0..30)) {
            let codes: Vec<_> = parents.iter().enumerate()
                .map(|(at, parent)| (Uuid::from_u128(at as u128), parent.map(|p| Uuid::from_u128(p as u128)))).collect();
            let list = tree(&codes);
            let mut ids: Vec<_> = list.iter().map(|node| node.id).collect();
            ids.sort_unstable();
            prop_assert_eq!(ids, codes.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        }

        #[test]
        fn a_code_is_among_its_own_descendants(parents in prop::collection::vec(prop::option::of(0_usize..30), 1..30)) {
            let codes: Vec<_> = parents.iter().enumerate()
                .map(|(at, parent)| (Uuid::from_u128(at as u128), parent.map(|p| Uuid::from_u128(p as u128)))).collect();
            prop_assert!(descendants(&codes, codes[0].0).contains(&codes[0].0));
        }
    }
}
