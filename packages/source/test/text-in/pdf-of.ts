/** Where a line begins, from the lower left corner, the size of its letters, and its words. */
export type PageLine = readonly [x: number, y: number, size: number, words: string];

type Page = readonly PageLine[] | { readonly packed: Uint8Array };

/** A PDF with these pages, uncompressed, or with content that is packed already. `info`: entries of its information dictionary. */
export function pdfOf(pages: readonly Page[], info = ''): Uint8Array {
  const page = (k: number) => 4 + k * 2;
  const objects: readonly Uint8Array[] = [
    latin('<< /Type /Catalog /Pages 2 0 R >>'),
    latin(
      `<< /Type /Pages /Kids [${pages.map((_, k) => `${page(k)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ),
    latin('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
    ...pages.flatMap((one, k) => [
      latin(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${page(k) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
      contentOf(one),
    ]),
    latin(`<< ${info} >>`),
  ];
  const parts: Uint8Array[] = [latin('%PDF-1.4\n')];
  let at = parts[0]!.length;
  const add = (part: Uint8Array) => {
    parts.push(part);
    at += part.length;
  };
  const places = objects.map((object, k) => {
    const place = at;
    add(latin(`${k + 1} 0 obj\n`));
    add(object);
    add(latin('\nendobj\n'));
    return place;
  });
  const table = at;
  add(
    latin(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function contentOf(page: Page): Uint8Array {
  const packed = 'packed' in page;
  const content = packed
    ? page.packed
    : latin(
        page
          .map(
            ([x, y, size, words]) =>
              `BT /F1 ${size} Tf ${x} ${y} Td (${words.replace(/[\\()]/g, '\\$&')}) Tj ET`,
          )
          .join('\n'),
      );
  return Buffer.concat([
    latin(`<< /Length ${content.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n`),
    content,
    latin('\nendstream'),
  ]);
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (one) => one.charCodeAt(0));
}
