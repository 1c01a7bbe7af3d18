//! Files, good and hostile, made when they are needed: none of them is kept anywhere.

use std::io::{Cursor, Write};

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip file of these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a zip file").into_inner()
}

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// The list of what an Office document is made of, which says that it is of this kind.
pub fn office_list(kind: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"{kind}\"/></Types>"
    )
    .into_bytes()
}

/// The text of a document of Word's: a paragraph for each line.
pub fn word_body(lines: &[&str]) -> String {
    let paragraph = |line: &&str| {
        let escaped = line.replace('&', "&amp;").replace('<', "&lt;");
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{escaped}</w:t></w:r></w:p>")
    };
    let paragraphs = lines.iter().map(paragraph).collect::<Vec<_>>().concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{paragraphs}</w:body></w:document>"
    )
}

/// A document of Word's with parts of its own beside its text.
pub fn docx_with(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let list = office_list(WORD);
    let parts = [("[Content_Types].xml", list.as_slice()), ("word/document.xml", body.as_bytes())];
    zipped(&[&parts, more].concat())
}

/// A document of Word's.
pub fn docx(lines: &[&str]) -> Vec<u8> {
    docx_with(&word_body(lines), &[])
}

/// An open document of this kind.
pub fn open_document(kind: &str, content: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    let manifest = b"<manifest:manifest xmlns:manifest=\"urn:oasis\"/>".as_slice();
    let parts = [
        ("mimetype", kind.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest),
    ];
    let own: Vec<_> =
        parts.into_iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name)).collect();
    zipped(&[&own, more].concat())
}

/// The text of an open document: a paragraph for each line.
pub fn open_body(lines: &[&str]) -> String {
    let paragraph = |line: &&str| format!("<text:p>{line}</text:p>");
    let paragraphs = lines.iter().map(paragraph).collect::<Vec<_>>().concat();
    format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>\
         {paragraphs}</office:text></office:body></office:document-content>"
    )
}

/// An open document of text.
pub fn odt(lines: &[&str]) -> Vec<u8> {
    open_document("text", &open_body(lines), &[])
}

/// Rich text: a paragraph for each line.
pub fn rtf(lines: &[&str]) -> Vec<u8> {
    format!("{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Arial;}}}}\\f0 {}}}", lines.join("\\par ")).into_bytes()
}

/// A PDF of a page for each text, with these entries in its catalogue and these objects beside. Its table of objects is
/// whole, as programs write it.
pub fn pdf_with(pages: &[&str], catalogue: &str, more: &[&str], trailer: &str) -> Vec<u8> {
    let first = 4 + more.len();
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", first + at * 2)).collect();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>"),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    objects.extend(more.iter().map(|&object| object.to_owned()));
    for (at, text) in pages.iter().enumerate() {
        let shown = format!("BT /F1 12 Tf 72 720 Td ({text}) Tj ET");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> \
             /Contents {} 0 R >>",
            first + at * 2 + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{shown}\nendstream", shown.len()));
    }
    let mut written = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(written.len());
        written.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", at + 1).as_bytes());
    }
    let table = written.len();
    written.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        written.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let size = objects.len() + 1;
    let end = format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
    written.extend_from_slice(end.as_bytes());
    written
}

/// A PDF of a page for each text.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    pdf_with(pages, "", &[], "")
}

/// The beginning of a PNG that says it is so large; it has no more.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend_from_slice(&width.to_be_bytes());
    bytes.extend_from_slice(&height.to_be_bytes());
    bytes.extend_from_slice(b"\x08\x02\0\0\0\0\0\0\0\0\0\0\0IEND\xaeB`\x82");
    bytes
}

/// The beginning of a JPEG that says it is so large.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x0b\x08".to_vec();
    bytes.extend_from_slice(&height.to_be_bytes());
    bytes.extend_from_slice(&width.to_be_bytes());
    bytes.extend_from_slice(b"\x01\x01\x11\0\xff\xd9");
    bytes
}

/// What every scanner takes for a virus and is none: the test string of EICAR. It is put together here, so that no scanner
/// stumbles over this file.
pub fn eicar() -> Vec<u8> {
    ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*"]
        .concat()
        .into_bytes()
}

/// A document of Word's whose text unpacks to this many megabytes of one letter.
pub fn bomb(megabytes: usize) -> Vec<u8> {
    docx_with(&"a".repeat(megabytes * 1024 * 1024), &[])
}

/// The same bytes with the sizes that a zip file says of its parts made to say `said` instead of `is`.
pub fn lying(mut bytes: Vec<u8>, is: u32, said: u32) -> Vec<u8> {
    let (is, said) = (is.to_le_bytes(), said.to_le_bytes());
    for at in 0..bytes.len().saturating_sub(4) {
        if bytes[at..at + 4] == is {
            bytes[at..at + 4].copy_from_slice(&said);
        }
    }
    bytes
}

/// The same bytes with one name of a part put in the place of another of the same length.
pub fn renamed(bytes: &[u8], is: &str, said: &str) -> Vec<u8> {
    assert_eq!(is.len(), said.len(), "the places stay");
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> = bytes
        .windows(is.len())
        .enumerate()
        .filter(|(_, part)| *part == is.as_bytes())
        .map(|(at, _)| at)
        .collect();
    for at in places {
        bytes[at..at + said.len()].copy_from_slice(said.as_bytes());
    }
    bytes
}

/// The same bytes with every part of the zip file marked as locked.
pub fn locked(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(10) {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= 1,
            b"PK\x01\x02" => bytes[at + 8] |= 1,
            _ => {}
        }
    }
    bytes
}

/// A file and what is to be said of it; nothing where it is to be taken.
pub struct Trial {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    pub refusal: Option<domain::files::Refusal>,
}

/// Hostile and broken files of every sort, with harmless ones among them that look like them.
pub fn trials() -> Vec<Trial> {
    use domain::files::Refusal as R;
    let deep = format!("{}{}", "<w:p>".repeat(20_000), "</w:p>".repeat(20_000));
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><w:document><w:t>&c;</w:t></w:document>";
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:document><w:t>&b;</w:t></w:document>";
    let plain = docx(&["One line."]);
    let inner = zipped(&[("a.txt", b"a")]);
    let many: Vec<String> = (0..6_000).map(|at| format!("word/{at}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let wrapped: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    let of = |name, bytes: Vec<u8>, refusal| Trial { name, bytes, refusal };
    let pages: Vec<&str> = vec!["x"; 2_001];
    let encrypt = "<< /Filter /Standard /V 1 /R 2 /O <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> \
                   /U <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> /P -4 >>";
    let id = "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
    vec![
        of("empty.pdf", Vec::new(), Some(R::Empty)),
        of("blank.txt", b" \r\n\t ".to_vec(), Some(R::Empty)),
        of("bomb.docx", bomb(64), Some(R::Bomb)),
        of("many.docx", docx_with(&word_body(&["a"]), &many), Some(R::Bomb)),
        of("lying.docx", lying(bomb(1), 1024 * 1024, 20), Some(R::Broken)),
        of("entities.docx", docx_with(entities, &[]), Some(R::Broken)),
        of("outside.docx", docx_with(outside, &[]), Some(R::Broken)),
        of("entities.odt", open_document("text", entities, &[]), Some(R::Broken)),
        of(
            "undeclared.docx",
            docx_with("<w:document><w:t>&nothing;</w:t></w:document>", &[]),
            Some(R::Broken),
        ),
        of("deep.docx", docx_with(&deep, &[]), Some(R::Broken)),
        of("unclosed.docx", docx_with("<w:document><w:t>a", &[]), Some(R::Broken)),
        of(
            "up.docx",
            renamed(
                &docx_with(&word_body(&["a"]), &[("word/upwards.xml", b"")]),
                "word/upwards.xml",
                "../../outside.sh",
            ),
            Some(R::Escaping),
        ),
        of(
            "root.docx",
            renamed(
                &docx_with(&word_body(&["a"]), &[("word/upwards.xml", b"")]),
                "word/upwards.xml",
                "/etc/cron.d/evil",
            ),
            Some(R::Escaping),
        ),
        of(
            "drive.docx",
            renamed(
                &docx_with(&word_body(&["a"]), &[("word/upwards.xml", b"")]),
                "word/upwards.xml",
                "C:\\Windows\\a.exe",
            ),
            Some(R::Escaping),
        ),
        of("macro.docx", docx_with(&word_body(&["a"]), &[("word/vbaProject.bin", b"x")]), Some(R::Macros)),
        of(
            "macro.docm",
            zipped(&[
                (
                    "[Content_Types].xml",
                    office_list("application/vnd.ms-word.document.macroEnabled.main+xml").as_slice(),
                ),
                ("word/document.xml", b"<w/>"),
            ]),
            Some(R::Macros),
        ),
        of(
            "activex.docx",
            docx_with(&word_body(&["a"]), &[("word/activeX/activeX1.bin", b"x")]),
            Some(R::Macros),
        ),
        of(
            "basic.odt",
            open_document("text", &open_body(&["a"]), &[("Basic/Standard/Module1.xml", b"x")]),
            Some(R::Macros),
        ),
        of("object.rtf", b"{\\rtf1 {\\object\\objemb{\\*\\objdata 0105}}}".to_vec(), Some(R::Macros)),
        of(
            "embedded.docx",
            docx_with(&word_body(&["a"]), &[("word/embeddings/oleObject1.bin", b"x")]),
            Some(R::Archive),
        ),
        of(
            "nested.docx",
            docx_with(&word_body(&["a"]), &[("word/embeddings/nested.zip", inner.as_slice())]),
            Some(R::Archive),
        ),
        of("locked.docx", locked(plain.clone()), Some(R::Locked)),
        of("wrapped.docx", [old.clone(), wrapped].concat(), Some(R::Locked)),
        of(
            "locked.odt",
            open_document(
                "text",
                &open_body(&["a"]),
                &[("META-INF/manifest.xml", b"<manifest:encryption-data/>")],
            ),
            Some(R::Locked),
        ),
        of("locked.pdf", pdf_with(&["a"], "", &[encrypt], id), Some(R::Locked)),
        of("old.doc", old, Some(R::OldWord)),
        of(
            "table.xlsx",
            zipped(&[(
                "[Content_Types].xml",
                office_list("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                    .as_slice(),
            )]),
            Some(R::Spreadsheet),
        ),
        of(
            "slides.pptx",
            zipped(&[(
                "[Content_Types].xml",
                office_list(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                )
                .as_slice(),
            )]),
            Some(R::Slides),
        ),
        of("table.ods", open_document("spreadsheet", "<a/>", &[]), Some(R::Spreadsheet)),
        of("slides.odp", open_document("presentation", "<a/>", &[]), Some(R::Slides)),
        of("archive.zip", inner, Some(R::Archive)),
        of("archive.7z", b"7z\xbc\xaf\x27\x1c\0\0".to_vec(), Some(R::Archive)),
        of("archive.gz", b"\x1f\x8b\x08\0".to_vec(), Some(R::Archive)),
        of("cut.docx", plain[..plain.len() / 2].to_vec(), Some(R::Broken)),
        of(
            "bodiless.docx",
            zipped(&[("[Content_Types].xml", office_list(WORD).as_slice())]),
            Some(R::Broken),
        ),
        of("broken.pdf", b"%PDF-1.7\nnothing of a document\n%%EOF".to_vec(), Some(R::Broken)),
        of("pageless.pdf", pdf(&[]), Some(R::Broken)),
        of(
            "script.pdf",
            pdf_with(&["a"], "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", &[], ""),
            Some(R::Active),
        ),
        of(
            "launch.pdf",
            pdf_with(&["a"], "/OpenAction << /S /Launch /F (cmd.exe) >>", &[], ""),
            Some(R::Active),
        ),
        of(
            "carrier.pdf",
            pdf_with(&["a"], "", &["<< /Type /EmbeddedFile /Length 1 >>\nstream\na\nendstream"], ""),
            Some(R::Archive),
        ),
        of("polyglot.pdf", [pdf(&["a"]), zipped(&[("a.txt", b"a")])].concat(), Some(R::Archive)),
        of("long.pdf", pdf(&pages), Some(R::TooManyPages)),
        of("flood.png", png(50_000, 50_000), Some(R::TooManyPoints)),
        of("flood.jpg", jpeg(50_000, 50_000), Some(R::TooManyPoints)),
        of("flat.png", png(0, 10), Some(R::Broken)),
        of("cut.jpg", b"\xff\xd8\xff\xe0".to_vec(), Some(R::Broken)),
        of("polyglot.png", [png(10, 10), zipped(&[("a.txt", b"a")])].concat(), Some(R::Archive)),
        of("page.html", b"<!DOCTYPE html><html><script>alert(1)</script></html>".to_vec(), Some(R::Active)),
        of("page.txt", b"Hello <script>alert(1)</script>".to_vec(), Some(R::Active)),
        of(
            "drawing.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
            Some(R::Active),
        ),
        of("run.txt", b"#!/bin/sh\nrm -rf /\n".to_vec(), Some(R::Active)),
        of("program.exe", b"MZ\x90\0\x03\0\0\0\x04".to_vec(), Some(R::Unknown)),
        of("program.txt", b"\x7fELF\x02\x01\x01\0\0".to_vec(), Some(R::Unknown)),
        of("noise.pdf", (0..=255_u8).cycle().take(4096).collect(), Some(R::Unknown)),
        of("drawing.gif", b"GIF89a\x01\0\x01\0".to_vec(), Some(R::Unknown)),
        of("really-text.pdf", b"Only words.".to_vec(), Some(R::WrongEnding)),
        of("really-pdf.docx", pdf(&["a"]), Some(R::WrongEnding)),
        of("really-word.txt", plain.clone(), Some(R::WrongEnding)),
        of("really-png.jpg", png(10, 10), Some(R::WrongEnding)),
        of("deep.rtf", [b"{\\rtf1 ".to_vec(), b"{".repeat(5_000)].concat(), Some(R::Broken)),
        of("beyond.rtf", b"{\\rtf1 \\bin999999999 a}".to_vec(), Some(R::Broken)),
        of("good.docx", plain, None),
        of("good.odt", odt(&["One line."]), None),
        of("good.rtf", rtf(&["One line."]), None),
        of("good.pdf", pdf(&["One line."]), None),
        of("good.png", png(100, 100), None),
        of("good.jpg", jpeg(100, 100), None),
        of("good.csv", b"a,b\n1,2\n".to_vec(), None),
        of("GOOD.PDF", pdf(&["Another line."]), None),
        of("no ending", b"Only words, in a file without an ending.".to_vec(), None),
    ]
}

/// A workbook of which the first sheet has these rows.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*row) {
            sheet.write_string(at, column, *cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Sound of so many frames of silence: MPEG 1, layer III, 128 kbit/s, 44.1 kHz, of 417 bytes each.
pub fn mp3(frames: usize) -> Vec<u8> {
    let mut frame = vec![0; 417];
    frame[..4].copy_from_slice(&[0xff, 0xfb, 0x90, 0x00]);
    frame.repeat(frames)
}

/// The beginning of an Ogg file whose only stream begins with these bytes.
pub fn ogg(head: &[u8]) -> Vec<u8> {
    let page = |flags: u8, body: &[u8]| {
        let mut page = [b"OggS\0".as_slice(), &[flags], &[0; 20], &[1, body.len() as u8]].concat();
        page.extend_from_slice(body);
        page
    };
    [page(2, head), page(0, b"the rest of it")].concat()
}
