import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../fixtures/exchange/', import.meta.url);

/** Our own files in the formats of other programs. */
export const samples: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /\.(?:gmcr|nfg|csv)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
