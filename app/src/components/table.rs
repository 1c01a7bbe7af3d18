//! A dense table of the team's.

use leptos::prelude::*;

/// A cell of a table.
pub struct Cell {
    holds: AnyView,
    class: Option<&'static str>,
    heads: bool,
}

impl Cell {
    /// A cell that holds this.
    pub fn new(holds: impl IntoView + 'static) -> Self {
        Self { holds: holds.into_any(), class: None, heads: false }
    }

    /// The cell that names its row.
    pub fn heading(holds: impl IntoView + 'static) -> Self {
        Self { heads: true, ..Self::new(holds) }
    }

    /// A cell of figures, which stand below each other.
    pub fn number(holds: impl IntoView + 'static) -> Self {
        Self { class: Some("fm-table__number"), ..Self::new(holds) }
    }

    /// The same cell, whose words are never broken: a reference, a time.
    #[must_use]
    pub const fn short(mut self) -> Self {
        self.class = Some("fm-table__short");
        self
    }
}

/// A table of this name, with a name for each column. In a narrow window a row becomes a block of lines, and each line
/// says of which column it is.
pub fn table(name: String, columns: Vec<String>, rows: Vec<Vec<Cell>>) -> AnyView {
    let rows: Vec<_> = rows.into_iter().map(|cells| row(&columns, cells)).collect();
    let columns: Vec<_> = columns.into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect();
    let label = name.clone();
    view! {
        <div class="fm-scroll" role="region" tabindex="0" aria-label=label>
            <table class="fm-table">
                <caption class="govuk-visually-hidden">{name}</caption>
                <thead><tr>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(columns: &[String], cells: Vec<Cell>) -> AnyView {
    let cells: Vec<_> = cells
        .into_iter()
        .zip(columns)
        .map(|(Cell { holds, class, heads }, column)| {
            if heads {
                view! { <th scope="row" class=class>{holds}</th> }.into_any()
            } else {
                view! { <td class=class data-column=column.clone()>{holds}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}
