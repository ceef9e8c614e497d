import { concepts } from '@demarche/engine';
import * as z from 'zod';
import { dataTag } from '../html/document.ts';
import type { ReportRecord } from './record.ts';

const list = z.array(z.string());
const table = z.record(z.string(), z.string());
const count = z.number().int().nonnegative();

const shape = z.object({
  record: z.literal(1),
  version: z.string(),
  case: z.object({
    text: z.string(),
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    withheld: z.object({ statements: count, sources: count }).optional(),
  }),
  asked: z.object({
    concepts: z.array(z.enum(concepts)).min(1),
    agreements: z.enum(['any', 'at-rest', 'none']),
    sanctions: z.enum(['legal', 'once', 'single']),
    beliefs: z
      .array(z.enum(['correct', 'as-held']))
      .min(1)
      .max(2),
    reading: table,
    scenario: z.string().nullable().optional(),
    without: list,
    seed: count,
  }),
  verified: list,
  passages: table,
  claims: z.object({
    cells: count,
    rests: z.string(),
    questions: z.record(
      z.string(),
      z.looseObject({ answers: z.record(z.string(), list), hinge: z.unknown() }),
    ),
    weights: z.unknown().optional(),
    sweep: z.unknown().optional(),
  }),
});

/** The record of a report, or why there is none. The page may come from anybody: nothing of it is believed. */
export function readRecord(page: string): { readonly record: ReportRecord } | { readonly problem: string } {
  const start = page.indexOf(dataTag);
  if (start < 0)
    return {
      problem: 'it carries no case: it is no report of demarche, or one that was written without its script',
    };
  const from = start + dataTag.length;
  const end = page.indexOf('</script>', from);
  if (end < 0) return { problem: 'the data that it carries has no end: the file was cut off' };
  return parseRecord(page.slice(from, end));
}

/** The same of the data alone. */
export function parseRecord(text: string): { readonly record: ReportRecord } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'the data that it carries is no JSON' };
  }
  if ((value as { record?: unknown } | null)?.record !== 1)
    return { problem: 'the data that it carries has a form that this version does not know' };
  const { data, error } = shape.safeParse(value, { jitless: true });
  if (data) return { record: data as ReportRecord };
  const { path, message } = error.issues[0]!;
  return { problem: `the data that it carries is not sound at ${path.join('.')}: ${message}` };
}
