//! Pieces of evidence: what each says, of what sort it is, where and about whom, where it can be found, and whether it may be
//! published. They are entries with given fields, so that the answers to all calls can be compared.

use serde::{Deserialize, Serialize};

use super::entries::{BETWEEN, Limits, Shape};
use super::{Field, FieldKind, Kind, Settings};
use crate::calls::{Answer, Entry, Given, Question, Test};
use crate::forms::{Form, Problems};
use crate::text::{Span, length};

crate::named! {
    /// What is asked of a piece of evidence, in this order.
    pub enum Part {
        Claim => "claim",
        Sort => "sort",
        Place => "place",
        People => "people",
        Source => "source",
        Date => "date",
        Permission => "permission",
    }
}

impl Part {
    /// What the record calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Claim => "What it shows",
            Self::Sort => "Sort of evidence",
            Self::Place => "Place",
            Self::People => "People",
            Self::Source => "Source",
            Self::Date => "Date",
            Self::Permission => "May be published",
        }
    }

    /// The part that the record calls so.
    pub fn of(label: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.label() == label)
    }

    const fn missing(self) -> &'static str {
        match self {
            Self::Sort => "error-evidence-sort",
            Self::Permission => "error-evidence-permission",
            _ => "error-evidence-claim",
        }
    }

    fn field(self) -> Field {
        let field = |kind| Field::new(self.label(), kind);
        match self {
            Self::Claim => field(FieldKind::Text).needed(),
            Self::Sort => {
                field(FieldKind::Choice).needed().offering(Sort::ALL.iter().map(|sort| sort.label()))
            }
            Self::Place | Self::People => field(FieldKind::Line),
            Self::Source => field(FieldKind::Link),
            Self::Date => field(FieldKind::When),
            Self::Permission => {
                let said = Permission::ALL.iter().map(|permission| permission.label());
                field(FieldKind::Choice).needed().offering(said)
            }
        }
    }
}

crate::named! {
    /// The sorts of evidence.
    pub enum Sort {
        Research => "research",
        Evaluation => "evaluation",
        Data => "data",
        CaseStudy => "case-study",
        Experience => "experience",
        Practice => "practice",
        Other => "other",
    }
}

impl Sort {
    /// What the record calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Research => "Research",
            Self::Evaluation => "Evaluation",
            Self::Data => "Data or statistics",
            Self::CaseStudy => "Case study",
            Self::Experience => "Lived experience",
            Self::Practice => "Practice",
            Self::Other => "Other",
        }
    }
}

crate::named! {
    /// Whether a piece of evidence may be published and quoted.
    pub enum Permission {
        Given => "given",
        Refused => "refused",
    }
}

impl Permission {
    /// What the record calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Given => "Yes",
            Self::Refused => "No",
        }
    }
}

/// How many pieces of evidence there may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    pub limits: Limits,
    /// Whether a piece may say only a part of what is asked of it. It is never a setting: paper is read so.
    #[serde(skip)]
    in_part: bool,
}

impl Evidence {
    /// Lets there be fewer pieces, and each say only a part. One that does not say that it may be published, may not be.
    pub(super) fn take_part(&mut self) {
        self.limits.least = self.limits.least.min(1);
        self.in_part = true;
    }

    fn shape(self) -> Shape {
        let asked = |part: &Part| {
            let field = part.field();
            Field { required: field.required && !self.in_part, ..field }
        };
        let fields = Part::ALL.iter().map(asked).collect();
        let missing = |field: &Field| Part::of(&field.name).map_or("error-entry-missing", Part::missing);
        Shape { noun: "evidence".to_owned(), fields, limits: self.limits, is_evidence: true, missing }
    }
}

/// The parts of the text of an answer that may not be published: the pieces of evidence of which nobody said that they may be.
/// Where the text is not the one that these pieces have, it is all of it.
pub fn withheld(answer: &Answer, text: &str) -> Vec<Span> {
    let Given::Entries(entries) = &answer.given else { return Vec::new() };
    let may = |entry: &Entry| {
        entry.get(Part::Permission.label()).is_some_and(|may| may == Permission::Given.label())
    };
    let (shape, mut start, mut closed) = (Evidence::default().shape(), 0, Vec::new());
    for (entry, number) in entries.iter().zip(1..) {
        let end = start + length(&shape.entry_words(number, entry));
        if !may(entry) {
            closed.push(Span { start, end });
        }
        start = end + length(BETWEEN);
    }
    if closed.is_empty() || shape.words(entries) == text {
        closed
    } else {
        vec![Span { start: 0, end: length(text) }]
    }
}

impl Settings for Evidence {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        Self { limits: Limits::parse(form, problems), ..Self::default() }
    }
}

impl Kind for Evidence {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        self.shape().read(asked, form)
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        self.shape().fits(asked, given)
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        vec![self.shape().example()]
    }

    fn fill(&self, form: &mut Form) {
        self.limits.fill(form);
    }

    fn entries(&self) -> Option<Shape> {
        Some(self.shape())
    }
}
