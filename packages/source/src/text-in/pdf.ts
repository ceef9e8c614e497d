import { isFurniture } from './furniture.ts';
import { textLimits } from './limits.ts';
import { needed } from './needed.ts';
import { name } from './page-about.ts';
import { textOf } from './paragraph.ts';
import { type Line, linesOf, type Piece, paragraphsOf, withoutRunningLines } from './pdf-lines.ts';
import { type About, type NoText, type SourceText, stated } from './source-text.ts';

/** What is used of pdf.js. */
type Document = {
  readonly numPages: number;
  readonly getPage: (page: number) => Promise<{
    readonly getTextContent: () => Promise<{ readonly items: readonly Item[] }>;
    readonly cleanup: () => void;
  }>;
  readonly getMetadata: () => Promise<{ readonly info: unknown }>;
  readonly loadingTask?: { readonly destroy: () => Promise<void> };
};
type Item = {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly hasEOL?: boolean;
};

/** The text of a PDF as paragraphs: lines joined, words that were parted put together, running heads left out. Throws `MissingPackage`. */
export async function pdfText(bytes: Uint8Array): Promise<SourceText | NoText> {
  const { getDocumentProxy } = await needed(() => import('unpdf'), 'a PDF', ['unpdf']);
  let document: Document | undefined;
  try {
    // The bytes are taken away by the library: it gets its own.
    document = (await getDocumentProxy(bytes.slice(), {
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: 0,
      useSystemFonts: false,
    } as never)) as unknown as Document;
    return await read(document);
  } catch (error) {
    const kind = (error as { name?: string } | undefined)?.name ?? '';
    return kind === 'PasswordException'
      ? { problem: 'it is locked by a password', hint: 'save it without one' }
      : { problem: 'it is no PDF that can be read', hint: 'is it whole? Does another program open it?' };
  } finally {
    await document?.loadingTask?.destroy().catch(() => {});
  }
}

async function read(document: Document): Promise<SourceText | NoText> {
  if (document.numPages > textLimits.pages)
    return {
      problem: `it has ${document.numPages} pages, at most ${textLimits.pages} are read`,
      hint: 'take the part that matters',
    };
  const pages: Line[][] = [];
  let broken = 0;
  let left = textLimits.pieces;
  for (let k = 1; k <= document.numPages; k++) {
    try {
      const page = await document.getPage(k);
      const { items } = await page.getTextContent();
      left -= items.length;
      if (left < 0)
        return {
          problem: `it has more than ${textLimits.pieces} pieces of text`,
          hint: 'take the part that matters',
        };
      pages.push(linesOf(items.flatMap(pieceOf)));
      page.cleanup();
    } catch {
      broken++;
    }
  }
  const blocks = paragraphsOf(withoutRunningLines(pages)).filter((one) => !isFurniture(one));
  const notes = [
    ...(broken > 0 ? [`${counted(broken, 'page')} of ${document.numPages} could not be read.`] : []),
    ...(blocks.length === 0
      ? ['The PDF holds no text. Is it a picture of pages? Then it needs a program that recognises letters.']
      : ['Lines were put together into paragraphs by where they stand: look at columns, tables and notes.']),
  ];
  return { text: textOf(blocks), format: 'pdf', about: await aboutOf(document), verbatim: false, notes };
}

function pieceOf({ str, transform, width = 0, height = 0, hasEOL = false }: Item): Piece[] {
  if (str === undefined || !transform) return [];
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  const size = height || Math.hypot(a, b) || 1;
  return [x, y, width, size].every(Number.isFinite) ? [{ text: str, x, y, width, size, last: hasEOL }] : [];
}

async function aboutOf(document: Document): Promise<About> {
  try {
    const info = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
    const said = (key: string) => (typeof info[key] === 'string' ? (info[key] as string) : undefined);
    const title = name(said('Title'));
    return stated({
      // The name of the program's file is no title.
      title: title && !/^untitled$|\.(?:docx?|odt|indd|tex|dvi|pdf)$/i.test(title) ? title : undefined,
      author: name(said('Author')),
    });
  } catch {
    return {};
  }
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
