import { type Case, type Compiled, type Expression, type Formula, formatExpression } from '@demarche/case';
import { evaluate, type Structure } from '@demarche/engine';
import type { Unit } from './edit.ts';

/**
 * Gates from a small vocabulary: each term, joint option and question of the case, and its negation, on each option. Left out
 * are those that never bind, those that never open (that is a renunciation, not a gate), and those that say the same as an
 * earlier one wherever it matters.
 */
export function gates(compiled: Compiled): readonly Unit[] {
  const { case: found } = compiled;
  const structure = singleStates(compiled);
  const fixed = new Set(structure.model.fixed?.map(({ option }) => option));
  const words = vocabulary(found);
  return found.options.flatMap((option, k) => {
    if (fixed.has(k) || option.direction === 'back') return [];
    const old = option.gate && truthOf(compiled, option.gate);
    const there = [...structure.codes.keys()].filter(
      (state) => (structure.codes[state]! >>> k) & 1 && (!old || old[state]),
    );
    const seen = new Set<string>();
    return words.flatMap((formula): readonly Unit[] => {
      const truth = truthOf(compiled, formula);
      const sign = there.map((state) => (truth[state] ? '1' : '0')).join('');
      if (!sign.includes('0') || !sign.includes('1') || seen.has(sign)) return [];
      seen.add(sign);
      return [gate(option.id, k, formula)];
    });
  });
}

function gate(id: string, k: number, formula: Formula): Unit {
  return {
    change: { kind: 'gate', option: id, when: formula.text },
    swaps: 0,
    apply: ({ found, scenario }) => {
      const option = found.options[k]!;
      const joined = option.gate
        ? {
            ...option.gate,
            text: `(${option.gate.text}) and (${formula.text})`,
            expression: {
              kind: 'and',
              left: option.gate.expression,
              right: formula.expression,
            } satisfies Expression,
          }
        : { ...formula, because: [] };
      const options = found.options.map((one, at) => (at === k ? { ...one, gate: joined } : one));
      return { found: { ...found, options }, scenario };
    },
  };
}

function vocabulary(found: Case): readonly Formula[] {
  const named = [...found.terms, ...found.options.filter(({ mode }) => mode !== 'single')].map(
    ({ id }): Formula => ({ text: id, expression: { kind: 'name', name: id, start: 0, end: id.length } }),
  );
  const asked = found.questions.flatMap(({ holdsWhen }) =>
    holdsWhen ? [{ text: holdsWhen.text, expression: holdsWhen.expression }] : [],
  );
  return [...named, ...asked].flatMap((formula) => [formula, negation(formula)]);
}

function negation({ expression }: Formula): Formula {
  const opposite: Expression = expression.kind === 'not' ? expression.of : { kind: 'not', of: expression };
  return { text: formatExpression(opposite), expression: opposite };
}

/** The states before any were coalesced: a gate is read at each of them. */
function singleStates({ structure }: Compiled): Structure {
  return structure.coalesced?.base ?? structure;
}

function truthOf(compiled: Compiled, formula: Formula): readonly boolean[] {
  const words = compiled.program(formula);
  const stack = new Uint8Array(words.length + 1);
  return Array.from(singleStates(compiled).codes, (code) => evaluate(words, code, stack));
}
