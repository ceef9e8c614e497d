import type { Path } from '../yaml/tree.ts';
import { caseFile } from './file.ts';

/** The keys that the schema knows at a path. */
export function keysAt(path: Path): string[] {
  let schema: unknown = caseFile;
  for (const step of path) schema = stepInto(schema, step);
  return [...shapes(schema)].flatMap((shape) => Object.keys(shape));
}

type Definition = { type: string; shape?: Record<string, unknown>; [key: string]: unknown };

function definition(schema: unknown): Definition | undefined {
  return (schema as { _zod?: { def: Definition } } | undefined)?._zod?.def;
}

function* shapes(schema: unknown): Generator<Record<string, unknown>> {
  const def = definition(schema);
  if (!def) return;
  if (def.type === 'object') yield def.shape as Record<string, unknown>;
  if (def.type === 'optional') yield* shapes(def.innerType);
  if (def.type === 'pipe') yield* shapes(def.out);
  if (def.type === 'union') for (const one of def.options as unknown[]) yield* shapes(one);
}

function stepInto(schema: unknown, step: string | number): unknown {
  const def = definition(schema);
  if (!def) return undefined;
  if (def.type === 'optional') return stepInto(def.innerType, step);
  if (def.type === 'pipe') return stepInto(def.out, step);
  if (def.type === 'object') return Object.hasOwn(def.shape!, step) ? def.shape![step] : undefined;
  if (def.type === 'record') return def.valueType;
  if (def.type === 'array') return def.element;
  if (def.type === 'union') {
    for (const one of def.options as unknown[]) {
      const next = stepInto(one, step);
      if (next) return next;
    }
  }
  return undefined;
}
