import type { Block } from './block.ts';
import { isPossessive, isTime } from './phrases.ts';
import type { Span, Token } from './token.ts';

/** A name as it stands: token range in its block, without titles before it and without “'s”. */
export type NameMention = Span & {
  readonly block: Block;
  readonly words: readonly string[];
  /** Titles and offices right before the name, as written: “Former Ost President”. Empty if none. */
  readonly title: string;
  readonly titleSpan: Span | undefined;
  readonly honorific: string;
  /** “, a presiding officer at …”, as written, and the body that it names. */
  readonly role: string;
  readonly roleSpan: Span | undefined;
  readonly affiliation: string;
  readonly quoted: boolean;
  /** It is, or owns, the subject of a clause. */
  readonly subject: boolean;
};

const honorifics = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'lady', 'lord', 'madame', 'mme']);
const offices = new Set(
  `president senator sen representative rep congressman congresswoman governor gov mayor minister premier chancellor secretary
  ambassador general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral commander judge justice chairman
  chairwoman chair speaker pope patriarch bishop archbishop cardinal rabbi imam father sister reverend rev king queen prince princess
  sheikh emperor director professor attorney commissioner envoy spokesman spokeswoman spokesperson leader chief candidate nominee
  officer detective inspector deputy vice ex-president premier foreign analyst economist author strategist adviser advisor`.split(
    /\s+/,
  ),
);
const bodyWords = new Set(
  `university fund institute institution council committee party ministry department agency bank union court house senate congress
  parliament commission company corporation corp inc ltd group association organization organisation foundation times post news
  press journal tribune network center centre school college church service office bureau force army navy police federation league
  alliance treaty nations states government campaign administration board authority society club team trust cnn bbc nato nbc abc cbs
  msnbc reuters who un eu fbi cia nsa kgb npr ap afp google twitter facebook microsoft workers coalition front movement brigade`.split(
    /\s+/,
  ),
);
const placeWords =
  /^(?:war|canal|sea|ocean|river|lake|street|avenue|island|islands|mountains?|valley|bay|city|county|square|airport|bridge|day|house)$/;
const particles = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'al',
  'bin',
  'ibn',
  'el',
  'la',
  'le',
  'du',
  'di',
  'da',
  'dos',
  'del',
  'ter',
  'ten',
]);

function plain(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

function capital({ text, pos }: Token): boolean {
  return (
    /^\p{Lu}/u.test(text) &&
    (pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ' || pos === 'X' || pos === 'VERB')
  );
}

/** The names of a paragraph. */
export function namesOf(text: string, block: Block): NameMention[] {
  const { tokens, inside, sentences, sentenceOf } = block;
  const out: NameMention[] = [];
  for (let k = 0; k < tokens.length; ) {
    const token = tokens[k]!;
    const first = sentences[sentenceOf[k]!]!.start === k || (k > 0 && /^[“"‘'«]/.test(tokens[k - 1]!.text));
    if (!capital(token) || token.pos === 'VERB' || isTime(token) || (first && token.pos !== 'PROPN')) {
      k++;
      continue;
    }
    let end = k + 1;
    for (;;) {
      const next = tokens[end];
      if (!next || inside[end] !== inside[k] || sentenceOf[end] !== sentenceOf[k]) break;
      if (capital(next) && !isTime(next)) end++;
      else if (
        next.text === '.' &&
        /^\p{L}{1,4}$/u.test(tokens[end - 1]!.text) &&
        tokens[end + 1] &&
        capital(tokens[end + 1]!) &&
        (tokens[end - 1]!.text.length === 1 || honorifics.has(plain(tokens[end - 1]!.text)))
      )
        end++;
      else if (
        next.text === '-' &&
        tokens[end + 1] &&
        /^\p{L}/u.test(tokens[end + 1]!.text) &&
        tokens[end + 1]!.start === next.end &&
        next.start === tokens[end - 1]!.end
      )
        end += 2;
      else if (particles.has(next.lower) && tokens[end + 1] && capital(tokens[end + 1]!)) end++;
      else if (next.lower === 'of' && bodyLike(tokens, k, end) && tokens[end + 1]) {
        const skip = tokens[end + 1]!.lower === 'the' ? 2 : 1;
        if (tokens[end + skip] && capital(tokens[end + skip]!)) end += skip + 1;
        else break;
      } else break;
    }
    while (end > k + 1 && tokens[end - 1]!.text === '.') end--;
    const made = mention(text, block, k, end);
    if (made) out.push(made);
    k = Math.max(end, k + 1);
  }
  return out;
}

function bodyLike(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (bodyWords.has(plain(tokens[k]!.text))) return true;
  return false;
}

function mention(text: string, block: Block, start: number, end: number): NameMention | undefined {
  const { tokens, inside } = block;
  let name = start;
  for (let k = start; k < end; k++) {
    const word = plain(tokens[k]!.text);
    if (k + 1 < end && (honorifics.has(word) || offices.has(word))) name = k + 1;
  }
  while (name < end - 1 && tokens[name]!.text === '.') name++;
  if (bodyLike(tokens, name, end)) name = start;
  const words = tokens
    .slice(name, end)
    .map((token) => token.text)
    .filter((word) => word !== '.');
  if (words.length === 1 && (offices.has(plain(words[0]!)) || honorifics.has(plain(words[0]!))))
    return undefined;
  let titleStart = name > start ? start : -1;
  // “former president Cole”, “the senator Cole”: lower-case words of office before the name.
  for (let k = (titleStart < 0 ? name : titleStart) - 1; k >= 0 && inside[k] === inside[name]; k--) {
    const word = plain(tokens[k]!.text);
    if (
      !(
        offices.has(word) ||
        word === 'former' ||
        word === 'ex' ||
        word === 'prime' ||
        word === 'acting' ||
        word === 'then' ||
        (titleStart >= 0 && tokens[k]!.pos === 'ADJ') ||
        (word === '-' && tokens[k - 1]?.lower === 'ex')
      )
    )
      break;
    titleStart = k;
  }
  const title = titleStart < 0 ? '' : text.slice(tokens[titleStart]!.start, tokens[name - 1]!.end);
  const honorific =
    words.length > 0 && titleStart >= 0
      ? (title
          .split(/\s+/)
          .map(plain)
          .find((word) => honorifics.has(word)) ?? '')
      : '';
  const aside = apposition(text, block, end);
  return {
    start: name,
    end,
    block,
    words,
    title,
    titleSpan: titleStart < 0 ? undefined : { start: tokens[titleStart]!.start, end: tokens[end - 1]!.end },
    honorific,
    ...aside,
    quoted: inside[start]! >= 0,
    subject: inside[start]! < 0 && isSubject(block, titleStart < 0 ? name : titleStart, end),
  };
}

type Aside = Pick<NameMention, 'role' | 'roleSpan' | 'affiliation'>;
const none: Aside = { role: '', roleSpan: undefined, affiliation: '' };

/** “, a presiding officer at the Fund, …”. */
function apposition(text: string, { tokens, inside, sentenceOf }: Block, end: number): Aside {
  if (tokens[end]?.text !== ',' || !tokens[end + 1]) return none;
  const first = tokens[end + 1]!;
  if (
    !(
      first.lower === 'a' ||
      first.lower === 'an' ||
      first.lower === 'the' ||
      first.lower === 'former' ||
      first.lower === 'his' ||
      first.lower === 'her' ||
      (first.pos === 'NOUN' && !/ing$/.test(first.lower))
    )
  )
    return none;
  let stop = end + 1;
  let at = -1;
  while (stop < tokens.length && inside[stop] === inside[end] && sentenceOf[stop] === sentenceOf[end]) {
    const { text: word, pos, lower } = tokens[stop]!;
    if (/^[,.;:—–]$/.test(word) || pos === 'AUX' || lower === 'who' || lower === 'which') break;
    // “a presiding officer”, “a retired judge”
    if (pos === 'VERB' && (stop !== end + 2 || !/(?:ing|ed)$/.test(lower))) break;
    if (at < 0 && pos === 'ADP') at = stop;
    stop++;
  }
  if (stop - end > 30 || stop === end + 1) return none;
  const head = tokens.slice(end + 1, at < 0 ? stop : at).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const closes =
    tokens[stop]?.text === ',' ||
    tokens[stop]?.text === '.' ||
    tokens[stop] === undefined ||
    tokens[stop]!.pos === 'VERB';
  if (!head || !closes) return none;
  const from =
    first.pos === 'DET' || first.lower === 'a' || first.lower === 'an' || first.lower === 'the'
      ? end + 2
      : end + 1;
  if (from >= stop) return none;
  let affiliation = '';
  if (at >= 0 && /^(?:at|of|for|with|from)$/.test(tokens[at]!.lower)) {
    const inner = tokens.slice(at + 1, stop).findIndex(({ pos }) => pos === 'PROPN');
    if (inner >= 0)
      affiliation = text.slice(tokens[at + 1]!.start, tokens[stop - 1]!.end).replace(/^the\s+/i, '');
    // “a reader in law at the College”: the last place named.
  }
  for (let k = stop - 2; k > end; k--)
    if (tokens[k]!.lower === 'at' && tokens.slice(k + 1, stop).some(({ pos }) => pos === 'PROPN')) {
      affiliation = text.slice(tokens[k + 1]!.start, tokens[stop - 1]!.end).replace(/^the\s+/i, '');
      break;
    }
  return {
    role: text.slice(tokens[from]!.start, tokens[stop - 1]!.end),
    roleSpan: { start: tokens[from]!.start, end: tokens[stop - 1]!.end },
    affiliation,
  };
}

function isSubject({ tokens, inside, sentences, sentenceOf }: Block, start: number, end: number): boolean {
  const before = tokens[start - 1];
  const opens = start === sentences[sentenceOf[start]!]!.start;
  if (
    !opens &&
    before &&
    inside[start - 1]! < 0 &&
    (before.pos === 'ADP' || before.lower === 'to') &&
    !/^(?:for|after|before|as|than|while|although|that|if|when|because)$/.test(before.lower)
  )
    return false;
  let k = end;
  if (tokens[k] && isPossessive(tokens[k]!)) {
    if (tokens[k + 1]?.pos === 'VERB' || tokens[k + 1]?.pos === 'ADV') return true;
    for (let n = k + 1; n < k + 9 && n < tokens.length; n++) {
      if (tokens[n]!.pos === 'VERB' || tokens[n]!.pos === 'AUX') return true;
      if (tokens[n]!.text === ',') return false;
    }
    return false;
  }
  if (tokens[k]?.text === ',') {
    for (let n = k + 1; n < k + 40 && n < tokens.length && sentenceOf[n] === sentenceOf[start]; n++)
      if (tokens[n]!.text === ',') {
        k = n + 1;
        break;
      }
  }
  while (tokens[k] && tokens[k]!.pos === 'ADV') k++;
  const next = tokens[k];
  if (!next || sentenceOf[k] !== sentenceOf[start]) return false;
  if (next.lower === 'and' && tokens[k + 1])
    return tokens.slice(k + 1, k + 6).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return (next.pos === 'VERB' && !/ing$/.test(next.lower)) || next.pos === 'AUX';
}

export function looksLikeBody(words: readonly string[]): boolean {
  return (
    words.some((word) => bodyWords.has(plain(word)) || placeWords.test(plain(word))) ||
    (words.length === 1 && /^[\p{Lu}\d.&]{2,}$/u.test(words[0]!))
  );
}

export function isOffice(word: string): boolean {
  return offices.has(plain(word));
}
