//! Forms as a page offers them.

use scraper::{ElementRef, Html, Selector};

use super::crawl::shape;
use crate::support::Page;

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Anything that is typed; the HTML type says what is meant. Then what stands in it already.
    Typed(String, String),
    /// What goes along unseen.
    Hidden(String),
    /// One of these, or any of them.
    Chosen(Vec<String>),
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub kind: Kind,
}

/// One form with one of its buttons.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub post: bool,
    pub fields: Vec<Field>,
    pub button: Option<(String, String)>,
}

impl Form {
    /// Every form of a page, once for each of its buttons.
    pub fn all(page: &Page) -> Vec<Self> {
        let html = page.html();
        select(&html.root_element(), "form").into_iter().flat_map(|form| Self::read(form, page)).collect()
    }

    fn read(form: ElementRef<'_>, page: &Page) -> Vec<Self> {
        let action = form.attr("action").unwrap_or(&page.address).to_owned();
        let post = form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        let fields = fields(form);
        let mut buttons: Vec<Option<(String, String)>> = select(&form, "button")
            .into_iter()
            .map(|button| {
                let value = button.attr("value").unwrap_or_default().to_owned();
                button.attr("name").map(|name| (name.to_owned(), value))
            })
            .collect();
        buttons.dedup();
        buttons
            .into_iter()
            .map(|button| Self { action: action.clone(), post, fields: fields.clone(), button })
            .collect()
    }

    /// Whether anything can be typed into it.
    pub fn takes_text(&self) -> bool {
        // Dates, times, numbers and telephone numbers hold nothing else, and a file is chosen and not typed.
        let strict = |kind: &String| matches!(kind.as_str(), "date" | "time" | "number" | "tel" | "file");
        self.fields.iter().any(|field| matches!(&field.kind, Kind::Typed(kind, _) if !strict(kind)))
    }

    /// Whether anything can be typed or chosen.
    pub fn takes_anything(&self) -> bool {
        self.fields.iter().any(|field| !matches!(field.kind, Kind::Hidden(_)))
    }

    /// What tells it from other forms, whatever it is about.
    pub fn shape(&self) -> String {
        let mut names: Vec<&str> = self.fields.iter().map(|field| field.name.as_str()).collect();
        names.dedup();
        let button = self.button.as_ref().map(|(name, value)| format!(" {name}={value}")).unwrap_or_default();
        format!("{} [{}]{button}", shape(&self.action), names.join(" "))
    }
}

fn fields(form: ElementRef<'_>) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for element in select(&form, "input[name], textarea[name], select[name]") {
        let name = element.attr("name").unwrap_or_default().to_owned();
        let value = element.attr("value").unwrap_or_default().to_owned();
        let kind = match (element.value().name(), element.attr("type").unwrap_or("text")) {
            ("select", _) => Kind::Chosen(
                select(&element, "option")
                    .iter()
                    .map(|option| option.attr("value").unwrap_or_default().to_owned())
                    .collect(),
            ),
            ("input", "radio" | "checkbox") => Kind::Chosen(vec![value]),
            ("input", "hidden") => Kind::Hidden(value),
            // A field that wants the keys of figures alone.
            ("input", "text") if element.attr("inputmode").is_some_and(|keys| keys != "text") => {
                Kind::Typed("number".to_owned(), value)
            }
            ("textarea", kind) => Kind::Typed(kind.to_owned(), element.text().collect()),
            (_, kind) => Kind::Typed(kind.to_owned(), value),
        };
        let same = found.iter_mut().find(|field| field.name == name);
        match (same.map(|field| &mut field.kind), kind) {
            (Some(Kind::Chosen(options)), Kind::Chosen(more)) => options.extend(more),
            (_, kind) => found.push(Field { name, kind }),
        }
    }
    found
}

fn select<'a>(element: &ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// The names of the fields that the summary of problems leads to.
pub fn wrong(html: &Html) -> Vec<String> {
    let links = select(&html.root_element(), ".govuk-error-summary a[href^='#']");
    links
        .iter()
        .map(|link| link.attr("href").unwrap_or_default().trim_start_matches('#').to_owned())
        .collect()
}
