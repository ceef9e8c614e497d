import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { codes, exampleCase, newCase } from '../src/index.ts';
import { generatedSchema } from '../tools/schema.ts';
import { randomCase } from './arbitrary-case.ts';
import { repoCases } from './repo-cases.ts';

const kept = readFileSync(new URL('../schema/case.schema.json', import.meta.url), 'utf8');
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(kept));

function problems(text: string) {
  return validate(parse(text)) ? [] : validate.errors;
}

describe('the published JSON Schema', () => {
  it('is the one that the definition gives', () => {
    expect(JSON.parse(kept)).toEqual(JSON.parse(generatedSchema()));
  });

  it.each(repoCases)('takes $file', ({ text }) => {
    expect(problems(text)).toEqual([]);
  });

  it('takes the starter and random cases', () => {
    expect(problems(newCase({ title: 'A case' }))).toEqual([]);
    for (let seed = 0; seed < 20; seed++) expect(problems(randomCase(seed))).toEqual([]);
  });

  it.each([
    'unknown-key',
    'missing-key',
    'wrong-type',
    'wrong-value',
    'bad-id',
    'reserved-id',
    'wrong-version',
  ] as const)('refuses the example of %s and takes it mended', (code) => {
    expect(problems(exampleCase(codes[code].example!))).not.toEqual([]);
    expect(problems(exampleCase(codes[code].mended!))).toEqual([]);
  });
});
