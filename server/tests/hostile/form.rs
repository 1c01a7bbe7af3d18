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
    /// One of these, or any of them. Then what is chosen already.
    Chosen(Vec<String>, Vec<String>),
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub kind: Kind,
}

impl Field {
    /// Whether anything can be typed into it. Dates, times, numbers and telephone numbers hold nothing else, and a file is
    /// chosen and not typed.
    pub fn takes_text(&self) -> bool {
        let strict = |kind: &String| matches!(kind.as_str(), "date" | "time" | "number" | "tel" | "file");
        matches!(&self.kind, Kind::Typed(kind, _) if !strict(kind))
    }
}

/// One form with one of its buttons.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub post: bool,
    pub fields: Vec<Field>,
    pub button: Option<(String, String)>,
    /// What tells it from other forms, whatever it is about. It is asked for at every step, so it is made once.
    pub shape: String,
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
            .map(|button| {
                let shape = shape_of(&action, &fields, button.as_ref());
                Self { action: action.clone(), post, fields: fields.clone(), button, shape }
            })
            .collect()
    }

    /// Offers what this page offers now: since the form was read, what there is to choose from may have changed.
    pub fn offer_as(&mut self, page: &Page) {
        let Some(again) = self.again_on(page) else { return };
        let now = |name: &str| again.fields.iter().find(|field| field.name == name);
        self.fields.retain(|field| now(&field.name).is_some());
        for field in &mut self.fields {
            let offered = now(&field.name).map(|field| &field.kind);
            if let (Kind::Chosen(options, _), Some(Kind::Chosen(offered, _))) = (&mut field.kind, offered) {
                options.clone_from(offered);
            }
        }
    }

    /// The same form as this page has it.
    pub fn again_on(&self, page: &Page) -> Option<Self> {
        let same = |form: &Self| form.action == self.action && form.button == self.button;
        let shared = |form: &Self| self.fields.iter().filter(|field| form.sends(&field.name)).count();
        Self::all(page).into_iter().filter(same).max_by_key(shared)
    }

    /// Whether it sends anything under this name.
    pub fn sends(&self, name: &str) -> bool {
        let pressed = self.button.as_ref().is_some_and(|(button, _)| button == name);
        pressed || self.fields.iter().any(|field| field.name == name)
    }

    /// Whether anything can be typed into it.
    pub fn takes_text(&self) -> bool {
        self.fields.iter().any(Field::takes_text)
    }

    /// Whether anything can be typed or chosen.
    pub fn takes_anything(&self) -> bool {
        self.fields.iter().any(|field| !matches!(field.kind, Kind::Hidden(_)))
    }
}

fn shape_of(action: &str, fields: &[Field], button: Option<&(String, String)>) -> String {
    let mut names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    names.dedup();
    // One of some choices may have the name of a line elsewhere, and takes nothing hostile.
    let text = if fields.iter().any(Field::takes_text) { " text" } else { "" };
    let button = button.map(|(name, value)| format!(" {name}={value}")).unwrap_or_default();
    // What is asked in a preview, or of a call that the walk itself has made, changes on the way: the steps have no names.
    let made = action.starts_with("/preview/") || action.contains("/entering/");
    let steps = if made { action.replace("/answer/", "/answers/") } else { action.to_owned() };
    format!("{} [{}]{text}{button}", shape(&steps), names.join(" "))
}

fn fields(form: ElementRef<'_>) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for element in select(&form, "input[name], textarea[name], select[name]") {
        let name = element.attr("name").unwrap_or_default().to_owned();
        let value = element.attr("value").unwrap_or_default().to_owned();
        let kind = match (element.value().name(), element.attr("type").unwrap_or("text")) {
            ("select", _) => {
                let values = |selector| {
                    let options = select(&element, selector);
                    options.iter().map(|option| option.attr("value").unwrap_or_default().to_owned()).collect()
                };
                Kind::Chosen(values("option"), values("option[selected]"))
            }
            ("input", "radio" | "checkbox") => {
                let held = element.attr("checked").map(|_| value.clone());
                Kind::Chosen(vec![value], held.into_iter().collect())
            }
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
            (Some(Kind::Chosen(options, held)), Kind::Chosen(more, also)) => {
                options.extend(more);
                held.extend(also);
            }
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
