//! A paper as a document of Word's (ECMA-376, the transitional form, which every program reads).
//!
//! A screen reader needs real headings and lists, a language and a title; the rest is a page that prints well. Nothing in it
//! runs, and nothing in it leads elsewhere.

use std::io::{Cursor, Write};

use quick_xml::escape::escape;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Handout, Part, Section, paragraphs};
use crate::Failure;

/// How large its letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// 12 points, the least that is easily read.
    Standard,
    /// 18 points, as those who ask for large print are given.
    Large,
}

impl Print {
    /// The size of letters that much larger than those of the text, in half points as Word counts.
    const fn half_points(self, larger: u32) -> u32 {
        match self {
            Self::Standard => 24 + larger,
            Self::Large => 36 + larger,
        }
    }
}

/// The document.
pub fn docx(paper: &Handout, print: Print) -> Result<Vec<u8>, Failure> {
    let failed = |error: zip::result::ZipError| Failure::File(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", ROOT_LINKS.to_owned()),
        ("docProps/core.xml", core(paper)),
        ("word/_rels/document.xml.rels", LINKS.to_owned()),
        ("word/document.xml", document(paper)),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/styles.xml", styles(paper, print)),
    ];
    for (name, xml) in parts {
        zip.start_file(name, SimpleFileOptions::default()).map_err(failed)?;
        zip.write_all(format!("{DECLARATION}{xml}").as_bytes())
            .map_err(|error| Failure::File(error.to_string()))?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of what Word writes.
const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    </Types>";

const ROOT_LINKS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
    </Relationships>";

const LINKS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>\
    </Relationships>";

/// One list with bullets, to which every item belongs.
const NUMBERING: &str = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
    <w:pPr><w:ind w:left=\"567\" w:hanging=\"397\"/></w:pPr></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/// What the document says of itself.
fn core(paper: &Handout) -> String {
    let title = line(&format!("{}: {}", paper.caption, paper.title));
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escape(title),
        tag(paper)
    )
}

/// The language as Word names it.
const fn tag(paper: &Handout) -> &'static str {
    match paper.language {
        domain::Language::English => "en-GB",
        domain::Language::Welsh => "cy-GB",
    }
}

fn styles(paper: &Handout, print: Print) -> String {
    let language = tag(paper);
    let style = |id: &str, name: &str, paragraph: &str, letters: &str, larger: u32| {
        let size = print.half_points(larger);
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>\
             <w:rPr>{letters}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
        )
    };
    let heading = |level: u32, before: u32, larger: u32| {
        let paragraph = format!(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"120\"/><w:outlineLvl w:val=\"{}\"/>",
            level - 1
        );
        style(&format!("Heading{level}"), &format!("heading {level}"), &paragraph, "<w:b/>", larger)
    };
    let size = print.half_points(0);
    let bar = "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"000000\"/></w:pBdr>";
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>";
    [
        format!(
            "<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>\
             <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>\
             <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/><w:lang w:val=\"{language}\"/>\
             </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr>\
             </w:pPrDefault></w:docDefaults>\
             <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        ),
        style("Subtitle", "Subtitle", "<w:spacing w:after=\"60\"/>", "", 2),
        heading(1, 0, 16),
        heading(2, 480, 8),
        heading(3, 320, 3),
        style("ListBullet", "List Bullet", list, "", 0),
        style("Declaration", "Declaration", &format!("{bar}<w:ind w:left=\"284\"/>"), "", 0),
        style("Room", "Room to write", "<w:spacing w:before=\"120\" w:after=\"1440\"/>", "<w:b/>", 0),
        "</w:styles>".to_owned(),
    ]
    .concat()
}

fn document(paper: &Handout) -> String {
    let mut body = String::new();
    written(&mut body, "Subtitle", &paper.caption);
    heading(&mut body, 1, &paper.title);
    parts(&mut body, &paper.lead);
    for section in paper.sections.iter().chain(&paper.notes) {
        self::section(&mut body, 2, section);
    }
    // A4, with margins of 2.5 cm, in twentieths of a point.
    format!(
        "<w:document {WORD}><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

fn section(body: &mut String, level: u32, section: &Section) {
    heading(body, level, &section.heading);
    parts(body, &section.parts);
    for within in &section.within {
        self::section(body, level + 1, within);
    }
}

fn heading(body: &mut String, level: u32, text: &str) {
    written(body, &format!("Heading{level}"), &line(text));
}

fn parts(body: &mut String, parts: &[Part]) {
    for part in parts {
        match part {
            Part::Text(text) | Part::Aside(text) => written(body, "Normal", text),
            Part::Declared(text) => written(body, "Declaration", text),
            Part::List(items) => items.iter().for_each(|item| written(body, "ListBullet", &line(item))),
            Part::Room(says) => written(body, "Room", says),
        }
    }
}

/// A text as one line.
fn line(text: &str) -> String {
    paragraphs(text).collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a text in a style.
fn written(body: &mut String, style: &str, text: &str) {
    for paragraph in paragraphs(text) {
        for part in ["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"]
        {
            body.push_str(part);
        }
        body.push_str(&escape(paragraph));
        body.push_str("</w:t></w:r></w:p>");
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use domain::Language;
    use domain::files::FileKind;
    use zip::ZipArchive;

    use super::super::example;
    use super::*;
    use crate::files::examine::{Judged, judge};

    fn part(bytes: &[u8], name: &str) -> String {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut read = String::new();
        zip.by_name(name).expect("the part").read_to_string(&mut read).expect("a text");
        read
    }

    #[test]
    fn a_document_is_taken_where_documents_are_and_says_everything_in_order() {
        for print in [Print::Standard, Print::Large] {
            let bytes = docx(&example::paper(Language::English), print).expect("a document");
            match judge(&bytes) {
                Ok(Judged::Read(FileKind::Docx, read)) => {
                    assert_eq!(read.lines().collect::<Vec<_>>(), example::lines());
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_screen_reader_finds_headings_lists_a_title_and_the_language() {
        for (language, tag) in [(Language::English, "en-GB"), (Language::Welsh, "cy-GB")] {
            let bytes = docx(&example::paper(language), Print::Standard).expect("a document");
            let (body, styles, core) = (
                part(&bytes, "word/document.xml"),
                part(&bytes, "word/styles.xml"),
                part(&bytes, "docProps/core.xml"),
            );
            for (style, times) in [("Heading1", 1), ("Heading2", 2), ("Heading3", 1), ("ListBullet", 2)] {
                assert_eq!(body.matches(&format!("w:pStyle w:val=\"{style}\"")).count(), times, "{style}");
                assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
            }
            assert!(styles.contains(&format!("<w:lang w:val=\"{tag}\"/>")));
            assert!(core.contains(&format!("<dc:language>{tag}</dc:language>")));
            assert!(core.contains("<dc:title>Tŷ a chartref: &lt;/w:t&gt;"), "{core}");
            assert!(!body.contains("<script"));
        }
    }

    #[test]
    fn large_print_is_eighteen_points_and_nothing_in_it_is_smaller() {
        let bytes = docx(&example::paper(Language::English), Print::Large).expect("a document");
        let styles = part(&bytes, "word/styles.xml");
        let sizes: Vec<u32> = styles
            .split("<w:sz w:val=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next()?.parse().ok())
            .collect();
        assert_eq!(sizes.first(), Some(&36));
        assert!(sizes.len() > 5 && sizes.iter().all(|size| *size >= 36), "{sizes:?}");
    }
}
