import { parse } from 'yaml';
import { dayOf } from './date.ts';
import { needed } from './needed.ts';
import { name } from './page-about.ts';
import { paragraph, textOf } from './paragraph.ts';
import { type About, type SourceText, stated } from './source-text.ts';

const packages = [
  'mdast-util-from-markdown',
  'mdast-util-frontmatter',
  'micromark-extension-frontmatter',
] as const;

/** What is used of a tree of mdast. */
type MarkdownNode = {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly value?: string;
  readonly depth?: number;
};

/**
 * The words of a Markdown text as paragraphs: headings, items and quoted paragraphs are paragraphs, code is left out. The title is
 * that of the front matter, else the first heading if it opens the text, which then is no paragraph. Throws `MissingPackage`.
 */
export async function markdownText(markdown: string): Promise<SourceText> {
  const [{ fromMarkdown }, { frontmatterFromMarkdown }, { frontmatter }] = await needed(
    () =>
      Promise.all([
        import('mdast-util-from-markdown'),
        import('mdast-util-frontmatter'),
        import('micromark-extension-frontmatter'),
      ]),
    'Markdown',
    packages,
  );
  const tree = fromMarkdown(bounded(markdown), {
    extensions: [frontmatter(['yaml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml'])],
  }) as unknown as MarkdownNode;
  const { blocks, front, dropped, opening } = wordsOf(tree);
  const stated = frontMatter(front);
  const title = stated.title ?? (opening === undefined ? undefined : paragraph(opening));
  if (stated.title === undefined && opening !== undefined) blocks.shift();
  return {
    text: textOf(blocks),
    format: 'markdown',
    about: { ...stated, ...(title ? { title } : {}) },
    verbatim: false,
    notes:
      dropped === 0
        ? []
        : [
            `${dropped} ${dropped === 1 ? 'piece' : 'pieces'} of code or HTML ${dropped === 1 ? 'was' : 'were'} left out.`,
          ],
  };
}

/** Marks only, no words: beyond so many in one another or in a row the parser takes quadratic time, and nobody means them. */
function bounded(markdown: string): string {
  return markdown
    .replace(/^\ufeff/, '')
    .replace(/^[ \t]{60,}/gm, ' '.repeat(60))
    .replace(/^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){40,}/gm, '')
    .replace(/`{40,}/g, '`'.repeat(40));
}

const paragraphs = new Set(['paragraph', 'heading', 'tableCell']);

function wordsOf(tree: MarkdownNode) {
  const blocks: string[] = [];
  let front = '';
  let dropped = 0;
  let opening: string | undefined;
  let parts: string[] = [];
  const close = () => {
    const text = parts.join('');
    parts = [];
    if (paragraph(text) !== '') blocks.push(text);
  };
  // Not by recursion: quotations may stand in one another as deep as whoever wrote it likes.
  const left: (MarkdownNode | 'close')[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === 'close') {
      close();
      continue;
    }
    switch (node.type) {
      case 'yaml':
        front = node.value ?? '';
        continue;
      case 'code':
      case 'html':
        if (node.type === 'code' || !/^<(?:!--|\/?(?:br|p|div|span|a|img)\b)/i.test(node.value ?? ''))
          dropped++;
        parts.push(' ');
        continue;
      case 'text':
      case 'inlineCode':
        parts.push(node.value ?? '');
        continue;
      case 'break':
        parts.push(' ');
        continue;
      default:
    }
    if (node.type === 'heading' && node.depth === 1 && blocks.length === 0 && opening === undefined)
      opening = flat(node);
    if (paragraphs.has(node.type)) {
      close();
      left.push('close');
    }
    const children = node.children ?? [];
    for (let k = children.length; k-- > 0; ) left.push(children[k]!);
  }
  close();
  return { blocks, front, dropped, opening };
}

function flat(node: MarkdownNode): string {
  const parts: string[] = [];
  const left = [node];
  for (let one = left.pop(); one; one = left.pop()) {
    parts.push(one.value ?? '');
    left.push(...[...(one.children ?? [])].reverse());
  }
  return parts.join('');
}

/** The fields of a front matter in YAML that say something of the source. What is no such thing is not looked at. */
function frontMatter(text: string): About {
  let fields: Record<string, unknown>;
  try {
    const value: unknown = parse(text.slice(0, 20_000), { maxAliasCount: 0, schema: 'failsafe' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    fields = Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
  } catch {
    return {};
  }
  const said = (...keys: readonly string[]): string | undefined => {
    const value = keys.map((key) => fields[key]).find((one) => one !== undefined);
    if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ') || undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const url = URL.parse(said('url', 'link', 'canonical', 'canonical_url') ?? '');
  return stated({
    title: name(said('title')),
    published: dayOf(said('date', 'published', 'pubdate') ?? ''),
    author: name(said('author', 'authors', 'byline')),
    publisher: name(said('publisher', 'site', 'publication')),
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(said('lang', 'language') ?? '')?.[0],
    url: url && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined,
  });
}
