/** What is known about a diagnostic beside the place where it is met. */
export type CodePage = {
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly explanation: string;
  /** What to do next, where a place has nothing better to say. */
  readonly hint?: string;
  /** The part of a case file that gets this diagnostic, and the same part mended; undefined where no file alone can get it. */
  readonly example?: string;
  readonly mended?: string;
  /** The format of the examples where they are whole files of another program, as `import` reads them. */
  readonly format?: 'gmcr' | 'nfg' | 'csv';
  /** Texts of the sources that the example names. */
  readonly texts?: Readonly<Record<string, string>>;
};

const base: readonly (readonly [string, string])[] = [
  ['demarche', 'demarche: 1\n'],
  ['title', 'title: The ferry and the bridge\n'],
  [
    'actors',
    `actors:
  town: { name: The town, options: { build: Build a bridge, toll: Raise a toll } }
  ferry: { name: The ferry, options: { strike: Stop sailing } }
`,
  ],
  [
    'readings',
    `readings:
  town: { growth: { prefers: [town.build, not ferry.strike] } }
  ferry: { trade: { prefers: [not town.build, not town.toll] } }
`,
  ],
];

/** A whole case file around an example: what it must have and the example has not comes from a small case of ours. */
export function exampleCase(example: string): string {
  const missing = base.filter(([key]) => !new RegExp(`^${key}:`, 'm').test(example));
  return missing.map(([, lines]) => lines).join('') + example;
}
