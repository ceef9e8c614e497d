import { dayOf } from './date.ts';
import { elementNode, type PageNode, textNode, walk } from './page-node.ts';
import { paragraph } from './paragraph.ts';
import { type About, stated } from './source-text.ts';

type Field = 'title' | 'published' | 'author' | 'publisher' | 'language' | 'url';

/** Names of `meta` elements, the surest first. */
const metas: readonly (readonly [string, Field])[] = [
  ['citation_title', 'title'],
  ['og:title', 'title'],
  ['dc.title', 'title'],
  ['twitter:title', 'title'],
  ['article:published_time', 'published'],
  ['citation_publication_date', 'published'],
  ['citation_date', 'published'],
  ['datepublished', 'published'],
  ['dc.date', 'published'],
  ['dc.date.issued', 'published'],
  ['dcterms.created', 'published'],
  ['pubdate', 'published'],
  ['date', 'published'],
  ['parsely-pub-date', 'published'],
  ['author', 'author'],
  ['dc.creator', 'author'],
  ['citation_author', 'author'],
  ['article:author', 'author'],
  ['og:site_name', 'publisher'],
  ['dc.publisher', 'publisher'],
  ['citation_journal_title', 'publisher'],
  ['og:url', 'url'],
];

const articleTypes = /^(?:\w*Article|BlogPosting|Report|LiveBlogPosting|WebPage|CreativeWork)$/;

/** What a page says of itself: in JSON-LD, in `meta` elements, in `time`, `title` and a heading. Everything is looked at once. */
export function pageAbout(root: PageNode): About {
  const meta = new Map<string, string>();
  const linked: Record<string, string | undefined> = {};
  let titled: string | undefined;
  let heading: string | undefined;
  let time: string | undefined;
  let language: string | undefined;
  let canonical: string | undefined;
  walk(root, (node) => {
    if (node.nodeType !== elementNode) return true;
    const attribute = (name: string) => node.getAttribute?.(name) ?? undefined;
    switch (node.nodeName.toUpperCase()) {
      case 'HTML':
        language = attribute('lang');
        return true;
      case 'META': {
        const name = (attribute('property') ?? attribute('name') ?? attribute('itemprop'))?.toLowerCase();
        const content = attribute('content');
        if (name !== undefined && content && !meta.has(name)) meta.set(name, content);
        return false;
      }
      case 'LINK':
        if (attribute('rel')?.toLowerCase() === 'canonical') canonical ??= attribute('href');
        return false;
      case 'TITLE':
        titled ??= words(node);
        return false;
      case 'H1':
        heading ??= words(node);
        return true;
      case 'TIME':
        time ??= dayOf(attribute('datetime') ?? '') ?? dayOf(words(node));
        return true;
      case 'SCRIPT':
        if (attribute('type')?.toLowerCase() === 'application/ld+json')
          for (const [field, value] of Object.entries(linkedData(words(node)))) linked[field] ??= value;
        return false;
      default:
        return true;
    }
  });
  const found = (field: Field) =>
    linked[field] ??
    metas.flatMap(([name, of]) => (of === field ? [meta.get(name)] : [])).find((one) => one !== undefined);
  const published = [linked.published, ...metas.map(([name, of]) => of === 'published' && meta.get(name))]
    .map((one) => (one ? dayOf(one) : undefined))
    .find((one) => one !== undefined);
  const author = name(found('author'));
  return stated({
    title: line(found('title') ?? heading ?? titled, 300),
    published: published ?? time,
    author: author === undefined || /^https?:/i.test(author) ? undefined : author,
    publisher: name(found('publisher')),
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec((found('language') ?? language ?? '').trim())?.[0],
    url: address(canonical) ?? address(found('url')),
  });
}

/** What a block of JSON-LD says of an article. Whatever is in it, this throws nothing. */
function linkedData(text: string): Partial<Record<Field, string>> {
  let left: unknown[];
  try {
    left = [JSON.parse(text.slice(0, 500_000))];
  } catch {
    return {};
  }
  for (let looked = 0; left.length > 0 && looked < 2000; looked++) {
    const one = left.shift();
    if (Array.isArray(one)) left.push(...one.slice(0, 200));
    else if (typeof one === 'object' && one !== null) {
      const item = one as Record<string, unknown>;
      const types = [item['@type']].flat().map(String);
      if (types.some((type) => articleTypes.test(type)) && (item.headline || item.datePublished))
        return Object.fromEntries(
          Object.entries({
            title: said(item.headline),
            published: said(item.datePublished),
            author: said(item.author),
            publisher: said(item.publisher),
            language: said(item.inLanguage),
          }).filter(([, value]) => value !== undefined),
        );
      left.push(...Object.values(item).slice(0, 200));
    }
  }
  return {};
}

/** A text, the name of a thing, or several of them. */
function said(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const all = value.slice(0, 20).map((one) => (Array.isArray(one) ? undefined : said(one)));
    return all.filter((one) => one !== undefined).join(', ') || undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { name } = value as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

function words(node: PageNode): string {
  const parts: string[] = [];
  walk(node, (one) => {
    if (one.nodeType === textNode) parts.push(one.nodeValue ?? '');
    return true;
  });
  return parts.join('');
}

function line(text: string | undefined, most: number): string | undefined {
  if (text === undefined) return undefined;
  const points = Array.from(paragraph(text.slice(0, most * 8)));
  return points.length <= most ? points.join('') : `${points.slice(0, most - 1).join('')}…`;
}

/** Of a person or a publisher: `By Jory Amsel` is Jory Amsel. */
export function name(text: string | undefined): string | undefined {
  return line(text, 200)?.replace(/^by:?\s+/i, '');
}

function address(text: string | undefined): string | undefined {
  const url = text === undefined || text.length > 2000 ? null : URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
    ? url.href
    : undefined;
}
