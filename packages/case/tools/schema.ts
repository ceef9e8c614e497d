import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { caseFile } from '../src/schema/file.ts';

/** The published JSON Schema, generated from the definition that validates; a test keeps the file fresh. */
export function generatedSchema(): string {
  // What the checks give out is what the file holds: what goes in is characters whose meaning the place decides.
  const schema = z.toJSONSchema(caseFile, { target: 'draft-2020-12', io: 'output', reused: 'inline' });
  return `${JSON.stringify({ $id: 'urn:demarche:case:1', title: 'demarche case file, version 1', ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../schema/case.schema.json', import.meta.url), generatedSchema());
}
