import { blockText, type Value } from '@demarche/case';
import { type Assumed, type Complete, complete } from './complete.ts';
import type { View } from './draft.ts';
import { type Interview, replay } from './interview.ts';
import type { Material } from './material.ts';
import { belongsTo } from './names-of.ts';
import { sayingOf } from './things.ts';
import { expressionOf, wishInWords } from './wish-words.ts';

export type InterviewCase = {
  /** A case file that loads without errors and can be answered. */
  readonly text: string;
  /** What nobody has said and the case takes as so. */
  readonly assumed: readonly Assumed[];
  /** Whether the source's text may be kept; the case then names it at `textPath`. */
  readonly keep: boolean;
};

/** Where the text lies in the case's folder if it may be kept. */
export const textPath = 'sources/source.txt';
const sourceId = 'source';

/** The case that an interview has come to, whether it is over or not. */
export function caseOf(interview: Pick<Interview, 'material' | 'replies'>): InterviewCase {
  const { draft } = replay(interview);
  const whole = complete(interview.material, draft);
  return { text: textOf(interview.material, whole), assumed: whole.assumed, keep: whole.keep };
}

function textOf(material: Material, whole: Complete): string {
  const { title, parties, acts, facts, placeholders, coder } = whole;
  const judged = `Judged by ${stopped(coder)}`;
  const noted = (label: string, id: string): Value => ({
    name: label,
    note: placeholders.has(id) ? 'Assumed: nobody said what this party could do.' : judged,
  });
  const alone = acts.filter(({ by }) => by.length === 1);
  const deals = acts.filter(({ by }) => by.length > 1);
  const { published } = material.source.about;
  const sections: (Value | undefined)[] = [
    {
      demarche: 1,
      title,
      ...(published === undefined ? {} : { 'as-of': published }),
      note: `Made by an interview with ${stopped(coder)} What carries no other name is judged by ${stopped(coder)}`,
    },
    { sources: { [sourceId]: sourceOf(material, whole) } },
    filled('statements', statementsOf(material, whole)),
    {
      actors: Object.fromEntries(
        parties.map(({ id, name }) => {
          const own = alone.filter(({ by }) => by[0] === id);
          const options = Object.fromEntries(
            own.map((one) => [one.id.split('.')[1]!, noted(one.label, one.id)]),
          );
          return [id, { name, ...(own.length > 0 ? { options } : {}) }];
        }),
      ),
    },
    filled('facts', Object.fromEntries(facts.map(({ id, label }) => [id, { name: label, note: judged }]))),
    filled(
      'joint',
      Object.fromEntries(deals.map(({ id, label, by }) => [id, { name: label, by: [...by], note: judged }])),
    ),
    filled('opens', conditions(whole.after, ' and ', judged)),
    filled('binds', conditions(whole.bound, ' or ', judged)),
    listed(
      'impossible',
      whole.apart.map(([a, b]) => ({ when: `${a} and ${b}`, note: judged })),
    ),
    listed(
      'irreversible',
      whole.lasting.map((option) => ({ option, note: judged })),
    ),
    { now: [...whole.now] },
    { readings: readingsOf(whole) },
    filled('beliefs', beliefsOf(material, whole)),
    filled('scenarios', scenariosOf(whole)),
    {
      questions: Object.fromEntries(
        whole.questions.map(({ id, ask, holds }) => [
          id,
          { ask, ...(holds === undefined ? { kind: 'gains' } : { 'holds-when': holds }) },
        ]),
      ),
    },
  ];
  const open = whole.assumed.map(({ what }) => `#   - ${what}\n`).join('');
  const head =
    '# Made by `demarche new --from`: an interview. It runs as it is: `demarche answer` with its folder.\n' +
    (open === '' ? '' : `# Still assumed, since nobody has said it:\n${open}`);
  return `${head}${sections
    .filter((one) => one !== undefined)
    .map((one) => `${blockText(one)}\n`)
    .join('\n')}`;
}

function filled(key: string, map: { readonly [key: string]: Value }): Value | undefined {
  return Object.keys(map).length === 0 ? undefined : { [key]: map };
}

function listed(key: string, list: readonly Value[]): Value | undefined {
  return list.length === 0 ? undefined : { [key]: list };
}

function sourceOf({ source }: Material, { keep }: Complete): Value {
  const { title, published, author, publisher, language, url } = source.about;
  const said = { title: title ?? nameOf(source.place), published, author, publisher, language, url };
  return {
    ...Object.fromEntries(Object.entries(said).filter((one): one is [string, string] => Boolean(one[1]))),
    ...(keep ? { text: textPath } : {}),
    sha256: source.sha256,
  };
}

/** Passage → the statement's id, in the order of the text. */
function statementIds({ views }: Complete): ReadonlyMap<number, string> {
  const used = [...new Set(views.flatMap(({ grounds }) => grounds.map(({ passage }) => passage)))];
  used.sort((a, b) => a - b);
  return new Map(used.map((passage, k) => [passage, `s${String(k + 1).padStart(2, '0')}`]));
}

function statementsOf(material: Material, whole: Complete): { readonly [key: string]: Value } {
  const out: Record<string, Value> = {};
  for (const [passage, id] of statementIds(whole)) {
    const { start, end, hash, by } = material.passages[passage]!;
    const views = whole.views.filter(({ grounds }) => grounds.some((one) => one.passage === passage));
    const about = [...new Set(views.map(({ party }) => party))];
    const gist = views.flatMap(({ grounds }) => grounds).find((one) => one.passage === passage && one.gist);
    const own = by !== undefined && about.every((id) => belongsTo(material, partyOf(whole, id), by));
    out[id] = {
      in: sourceId,
      at: `${start}..${end}`,
      hash,
      ...(by === undefined ? {} : { by }),
      kind: own ? 'aim' : 'assessment',
      about,
      ...(gist ? { gist: gist.gist } : {}),
      note: `Coded by ${stopped(whole.coder)}`,
    };
  }
  return out;
}

function partyOf({ parties }: Complete, id: string) {
  return parties.find((one) => one.id === id)!;
}

function conditions(
  map: Readonly<Record<string, readonly string[]>>,
  word: ' and ' | ' or ',
  note: string,
): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(map).map(([id, when]) => [id, { when: when.join(word), note }]));
}

/** The views of a party in the order in which they were told, with their ids. */
function viewsOf(
  { views }: Complete,
  party: string,
): readonly { readonly id: string; readonly view: View }[] {
  return views.filter((one) => one.party === party).map((view, k) => ({ id: `view-${k + 1}`, view }));
}

function readingsOf(whole: Complete): { readonly [key: string]: Value } {
  const ids = statementIds(whole);
  const said = sayingOf(whole);
  return Object.fromEntries(
    whole.parties.map((party) => [
      party.id,
      Object.fromEntries(
        viewsOf(whole, party.id).map(({ id, view }) => {
          const { wishes, holders, grounds } = view;
          if (wishes.length === 0)
            return [
              id,
              {
                label: 'Not known: every end is alike',
                scores: { [whole.acts[0]!.id]: 0 },
                note: 'Assumed: nobody said what it wants.',
              },
            ];
          return [
            id,
            {
              label: `First of all${wishInWords(wishes[0]!, said)}`,
              'held-by': [...holders],
              prefers: wishes.map(expressionOf),
              ...(grounds.length > 0 ? { because: grounds.map(({ passage }) => ids.get(passage)!) } : {}),
              note: `As told by ${stopped(whole.coder)}`,
            },
          ];
        }),
      ),
    ]),
  );
}

/** A party that holds one of several views of another takes the other to want that. */
function beliefsOf(material: Material, whole: Complete): { readonly [key: string]: Value } {
  const out: Record<string, Record<string, string>> = {};
  for (const holder of whole.parties)
    for (const about of whole.parties) {
      const views = viewsOf(whole, about.id);
      if (holder === about || views.length < 2) continue;
      const held = views.filter(({ view }) => view.holders.some((name) => belongsTo(material, holder, name)));
      if (held.length !== 1) continue;
      out[holder.id] ??= {};
      out[holder.id]![about.id] = held[0]!.id;
    }
  return Object.fromEntries(
    Object.entries(out).map(([id, map]) => [id, { ...map, note: `As told by ${stopped(whole.coder)}` }]),
  );
}

/** What nobody chooses, the other way round. */
function scenariosOf({ facts, now }: Complete): { readonly [key: string]: Value } {
  return Object.fromEntries(
    facts.map(({ id, label }) => {
      const holds = now.includes(id);
      return [
        `${holds ? 'without' : 'with'}-${id}`,
        { label: holds ? `Not so: ${label}` : label, fix: { [id]: !holds } },
      ];
    }),
  );
}

/** A name at the end of a sentence: an initial brings its own stop. */
function stopped(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

/** The last part of a path or address: the rest may tell whose machine it was. */
function nameOf(place: string): string {
  return place.split(/[\\/]/).findLast((part) => part !== '') ?? place;
}
