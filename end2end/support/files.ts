// Files as programs write them, made when they are needed: none of them is kept anywhere.

import { deflateRawSync } from 'node:zlib';

/** What a field for files takes. */
export interface Attached {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The parts of a zip file, one after the other, and the list of them. */
export function zip(parts: Record<string, string>) {
  const table = Array.from({ length: 256 }, (_, n) => [...Array(8)].reduce((c: number) => (c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1), n) >>> 0);
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (c >>> 8) ^ table[(c ^ byte) & 255], 0xffffffff) ^ 0xffffffff) >>> 0;
  const heads: Buffer[] = [];
  const files: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [bytes, packed, called] = [Buffer.from(text), deflateRawSync(text), Buffer.from(name)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(called.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, called, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    heads.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, called]));
    files.push(file);
    at += file.length;
  }
  const list = Buffer.concat(heads);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(heads.length, 4);
  end.writeUInt16LE(heads.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, list, Buffer.from('PK\x05\x06'), end]);
}

/** A document of Word's with this line. */
export function docx(name: string, line: string): Attached {
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const buffer = zip({
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${kind}.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${of}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p></w:body></w:document>`,
  });
  return { name, mimeType: kind, buffer };
}

/** A PDF of one page with this line, and a table of its objects. */
export function pdf(name: string, line: string): Attached {
  const shown = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
  ];
  let written = '%PDF-1.4\n';
  let places = '0000000000 65535 f \n';
  for (const [at, object] of objects.entries()) {
    places += `${String(written.length).padStart(10, '0')} 00000 n \n`;
    written += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n${places}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${written.length}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(written + end, 'latin1') };
}
