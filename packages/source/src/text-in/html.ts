import { isFurniture } from './furniture.ts';
import { textLimits } from './limits.ts';
import { needed } from './needed.ts';
import { name, pageAbout } from './page-about.ts';
import { pageBlocks } from './page-blocks.ts';
import { type PageNode, sizeOf } from './page-node.ts';
import { textOf } from './paragraph.ts';
import { type About, type SourceText, stated } from './source-text.ts';

const packages = ['@mozilla/readability', 'linkedom'] as const;

/**
 * The main content of a page as paragraphs, and what the page says of itself. Where no main content stands out, or the page is too
 * large to look for it, the whole page without navigation, which the notes say. Throws `MissingPackage`.
 */
export async function htmlText(markup: string): Promise<SourceText> {
  const [{ parseHTML }, { Readability }] = await needed(
    () => Promise.all([import('linkedom'), import('@mozilla/readability')]),
    'a page in HTML',
    packages,
  );
  // Without an element around them, words of a fragment would be no part of the page.
  const whole = /<html[\s>]/i.test(markup);
  const { document } = parseHTML(whole ? markup : `<html><body>${markup}</body></html>`);
  // The document itself knows no next sibling of its doctype.
  const root = (document.documentElement ?? document) as unknown as PageNode;
  const about = pageAbout(root);
  const { elements, depth } = sizeOf(root);
  const notes: string[] = [];
  let blocks: string[] | undefined;
  let more: About = {};
  if (elements > textLimits.elements || depth > textLimits.depth) {
    notes.push(
      `The page has ${elements} elements, ${depth} deep in one another; its main content is looked for among ${textLimits.elements}, ${textLimits.depth} deep. Everything on it was taken.`,
    );
  } else {
    const everything = pageBlocks(root);
    const article = mainContent(Readability, document);
    if (article?.content) {
      blocks = pageBlocks(article.content);
      const byline = name(article.byline ?? undefined);
      more = stated({
        author: byline !== undefined && byline.length <= 100 ? byline : undefined,
        publisher: name(article.siteName ?? undefined),
      });
    }
    if (blocks === undefined || blocks.length === 0) {
      blocks = everything;
      if (everything.length > 0)
        notes.push('No main content stands out on the page: everything but navigation was taken.');
    }
  }
  const kept = (blocks ?? pageBlocks(root)).filter((one) => !isFurniture(one));
  if (kept.length === 0) notes.push('The page holds no text. Is it drawn by a script?');
  return { text: textOf(kept), format: 'html', about: { ...more, ...about }, verbatim: false, notes };
}

/** Undefined where none stands out, or the page is so broken that the library gives up on it. */
function mainContent(Readability: typeof import('@mozilla/readability').Readability, document: unknown) {
  try {
    return new Readability<PageNode>(document as never, {
      serializer: (node) => node as unknown as PageNode,
      charThreshold: 200,
      disableJSONLD: true,
    }).parse();
  } catch {
    return undefined;
  }
}
