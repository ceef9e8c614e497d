import { blockText, indented, type Value } from '../edit/write.ts';

/** A conflict on its way into a case file: ids given, expressions written. */
export type Draft = {
  readonly title: string;
  /** What the analyst should know about where it comes from. */
  readonly note?: string;
  readonly actors: readonly DraftActor[];
  readonly terms?: readonly { readonly id: string; readonly name?: string; readonly that: string }[];
  readonly impossible: readonly string[];
  readonly irreversible?: readonly { readonly option: string; readonly way: 'forward' | 'back' }[];
};

export type DraftActor = {
  readonly id: string;
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly order: { readonly prefers: readonly string[] } | { readonly payoffs: readonly number[] };
  readonly unperceived?: readonly string[];
};

/** The reading that an imported actor gets: a file of another program holds one. */
export const importedReading = 'stated';

/** The draft as the text of a case file. */
export function caseText(draft: Draft, file: string): string {
  const { title, note, actors, terms = [], impossible, irreversible = [] } = draft;
  const owner = (options: DraftActor['options']): Value =>
    Object.fromEntries(options.map(({ id, name }) => [id, name]));
  const unperceived = actors.filter((actor) => actor.unperceived?.length);
  const parts: (Value | undefined)[] = [
    { demarche: 1, title, ...(note === undefined ? {} : { note }) },
    {
      actors: Object.fromEntries(
        actors.map(({ id, name, options }) => [
          id,
          { name, ...(options.length > 0 ? { options: owner(options) } : {}) },
        ]),
      ),
    },
    terms.length === 0
      ? undefined
      : {
          terms: Object.fromEntries(
            terms.map(({ id, name, that }) => [id, name === undefined ? that : { name, that }]),
          ),
        },
    impossible.length === 0 ? undefined : { impossible },
    irreversible.length === 0
      ? undefined
      : {
          irreversible: irreversible.map(({ option, way }) =>
            way === 'forward' ? option : { option, way: 'back' },
          ),
        },
    readingsText(actors, file),
    unperceived.length === 0
      ? undefined
      : { unperceived: Object.fromEntries(unperceived.map((actor) => [actor.id, actor.unperceived!])) },
  ];
  const head = `# Imported from ${file}. It says neither where things stand (now) nor what to ask (questions): add both\n# to get answers; demarche solve works as it is.\n`;
  return `${head}${parts
    .filter((part) => part !== undefined)
    .map((part) => `${typeof part === 'string' ? part : blockText(part)}\n`)
    .join('\n')}`;
}

/** Written by hand where there are many payoffs, which the library takes a node each for. */
function readingsText(actors: readonly DraftActor[], file: string): string {
  const lines = actors.map(({ id, order }) => {
    const label = { label: `As ${file} has it` };
    const reading =
      'prefers' in order
        ? blockText({ [importedReading]: { ...label, prefers: order.prefers } })
        : `${blockText({ [importedReading]: label })}\n  payoffs: [${order.payoffs.join(', ')}]`;
    return `  ${id}:\n    ${indented(reading, 4)}`;
  });
  return `readings:\n${lines.join('\n')}`;
}
