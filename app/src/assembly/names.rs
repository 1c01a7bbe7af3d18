//! The names of what is chosen in the record of an assembly.

use domain::assembly::{AssemblyKind, Capacity, Purpose};

use crate::t;

/// The name of a kind of assembly.
pub fn kind(kind: AssemblyKind) -> String {
    match kind {
        AssemblyKind::Stakeholder => t!("assembly-stakeholder"),
        AssemblyKind::Citizens => t!("assembly-citizens"),
        AssemblyKind::Forum => t!("assembly-forum"),
        AssemblyKind::Committee => t!("assembly-committee"),
    }
}

/// In what capacity a seat is held.
pub fn capacity(capacity: Capacity) -> String {
    match capacity {
        Capacity::Personal => t!("capacity-personal"),
        Capacity::Delegate => t!("capacity-delegate"),
    }
}

/// What is asked of the members on an agenda item.
pub fn purpose(purpose: Purpose) -> String {
    match purpose {
        Purpose::Information => t!("purpose-information"),
        Purpose::Discussion => t!("purpose-discussion"),
        Purpose::Decision => t!("purpose-decision"),
    }
}
