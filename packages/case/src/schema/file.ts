import * as z from 'zod';
import * as conflict from './conflict.ts';
import * as material from './material.ts';
import { date, number, prose, text } from './value.ts';

/** The case file, version 1: the one definition that checks, types, and gives the published JSON Schema. */
export const caseFile = z.strictObject({
  demarche: number.meta({ const: 1 }),
  title: text,
  'as-of': date.optional(),
  summary: prose.optional(),
  note: prose.optional(),
  sources: material.sources.optional(),
  statements: material.statements.optional(),
  decided: z.array(material.decided).optional(),
  states: conflict.states.optional(),
  actors: conflict.actors,
  facts: conflict.facts.optional(),
  joint: conflict.joint.optional(),
  terms: conflict.terms.optional(),
  opens: conflict.conditions.optional(),
  binds: conflict.conditions.optional(),
  impossible: z.array(conflict.condition).optional(),
  irreversible: z.array(conflict.oneWay).optional(),
  coalesce: z.array(conflict.oneState).optional(),
  now: z.array(text).optional(),
  readings: conflict.readings,
  beliefs: conflict.beliefs.optional(),
  unaware: conflict.unaware.optional(),
  unperceived: conflict.unperceived.optional(),
  evidence: z.array(material.evidence).optional(),
  'look-for': z.array(material.lookFor).optional(),
  weighing: material.weighing.optional(),
  'moves-seen': z.array(material.seenMove).optional(),
  scenarios: material.scenarios.optional(),
  questions: material.questions.optional(),
});

/** What a case file holds once its structure is sound; names in it may still be unknown. */
export type CaseFile = z.output<typeof caseFile>;
