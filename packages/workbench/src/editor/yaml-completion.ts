import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Text } from '@codemirror/state';
import { keysAt, type Path } from '@demarche/case';
import type { Offered } from './expression-language.ts';

/** Keys of the format where a key can stand; names of the case where a value can. */
export function yamlCompletion(offered: () => readonly Offered[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    if (/(?:^|\s)#/.test(before)) return null;
    const word = context.matchBefore(/[A-Za-z][A-Za-z0-9.-]*/);
    const from = word?.from ?? context.pos;
    if (!word && !context.explicit) return null;
    const lead = before.slice(0, from - line.from);
    const names = offered().map(({ id, words }) => ({ label: id, detail: words }));
    if (/^(?:\s*-)*\s*$/.test(lead)) {
      const path = pathAbove(context.state.doc, line.number, lead);
      const keys = keysAt(path).map((label) => ({ label, apply: `${label}: `, type: 'keyword', boost: 1 }));
      const inList = lead.includes('-');
      return keys.length === 0 && !inList ? null : { from, options: [...keys, ...(inList ? names : [])] };
    }
    return { from, options: names, validFor: /^[A-Za-z0-9.-]*$/ };
  };
}

type Level = { readonly column: number; readonly step: string | number };

/** The path of what the end of `lead` on a line stands in, by indentation: it has to be known while the text is no YAML yet. */
export function pathAbove(doc: Text, line: number, lead: string): Path {
  let levels: readonly Level[] = [];
  for (let at = 1; at < line; at++) {
    const { text } = doc.line(at);
    if (!/^\s*(?:#.*)?$/.test(text)) levels = after(levels, text);
  }
  const here = dashesOf(levels, lead);
  return here.filter(({ column }) => column < lead.length).map(({ step }) => step);
}

function after(levels: readonly Level[], text: string): readonly Level[] {
  const lead = /^\s*(?:-\s+)*/.exec(text)![0];
  const key = /^([A-Za-z0-9_.-]+)\s*:(?:\s|$)/.exec(text.slice(lead.length))?.[1];
  const open = dashesOf(levels, lead);
  if (key === undefined) return open;
  return [...open.filter(({ column }) => column < lead.length), { column: lead.length, step: key }];
}

/** A dash begins an item of the list that stands under whatever is further left, or under a key in the same column. */
function dashesOf(levels: readonly Level[], lead: string): readonly Level[] {
  let open = levels;
  for (const { index: dash } of lead.matchAll(/-/g))
    open = [
      ...open.filter(({ column, step }) => column < dash || (column === dash && step !== 0)),
      { column: dash, step: 0 },
    ];
  return open;
}
