//! The HTML of a letter. Mail programs read an older HTML than browsers, and nothing in it is fetched from anywhere.

use domain::Language;

/// A part of a text that is already filled.
pub enum Part {
    Words(String),
    /// The name of what the lines after it are about.
    Head(String),
    Link(String),
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

fn inline(part: &Part) -> String {
    match part {
        Part::Words(words) => escaped(words).replace('\n', "<br>\n"),
        Part::Head(words) => format!("<strong>{}</strong>", escaped(words)),
        Part::Link(address) => {
            let address = escaped(address);
            format!("<a href=\"{address}\">{address}</a>")
        }
    }
}

/// A whole letter: its paragraphs, and below a line what every letter says. A long address in it breaks, rather than run
/// over the edge of a telephone.
pub fn page(language: Language, subject: &str, paragraphs: &[Vec<Part>], below: &[Vec<Part>]) -> String {
    let paragraph = |parts: &Vec<Part>| format!("<p>{}</p>\n", parts.iter().map(inline).collect::<String>());
    let text: String = paragraphs.iter().map(paragraph).collect();
    let below: String = below.iter().map(paragraph).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title></head>\n\
         <body style=\"max-width:38em;margin:0 auto;padding:16px;font:16px/1.5 Arial,sans-serif;\
         color:#14213a;overflow-wrap:anywhere;word-break:break-word\">\n\
         {text}<hr>\n{below}</body>\n</html>\n",
        escaped(subject)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_html() {
        let hostile = "</title></p><script>alert(1)</script>\" onclick='x'&";
        let parts = vec![vec![Part::Words(hostile.to_owned()), Part::Link(hostile.to_owned())]];
        let page = page(Language::English, hostile, &parts, &[]);
        assert!(!page.contains("<script") && !page.contains("onclick='x'"), "{page}");
        assert_eq!(page.matches("</title>").count(), 1);
        assert_eq!(page.matches("<p>").count(), 1);
    }
}
