import type { Settlement } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { stateLetters } from './states.ts';

/** A conflict's states and results as papers print them: a column for each state, rows in sections. */
export type SolutionTable = {
  /** Decimal codes; in graph form the numbers of the states. */
  readonly states: readonly number[];
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  }[];
};

/** The table over the states given: Y and N for each option, each actor's order, stability by concept and actor, equilibria. */
export function solutionTable(
  found: Case,
  result: Settlement,
  states: readonly number[] = result.feasible,
): SolutionTable {
  const place = new Map(result.feasible.map((code, at) => [code, at]));
  const letters = states.map((code) => stateLetters(found, code));
  const options = found.options.map((option, k) => ({
    label: option.name,
    cells: letters.map((one) => one[k]!),
  }));
  const orders = found.actors.map(({ id, name }) => ({
    label: name,
    cells: states.map((code) => String(result.order[id]![place.get(code)!]!)),
  }));
  const concepts = result.concepts.map((concept) => {
    const marked = (label: string, codes: readonly number[], mark: string) => {
      const holds = new Set(codes);
      return { label, cells: states.map((code) => (holds.has(code) ? mark : '')) };
    };
    return {
      title: concept,
      rows: [
        ...found.actors.map(({ id, name }) => marked(name, result.stable[concept]![id]!, 'x')),
        marked('Equilibrium', result.equilibria[concept]!, 'E'),
      ],
    };
  });
  return {
    states,
    sections: [
      ...(found.graph ? [] : [{ title: 'Options', rows: options }]),
      { title: 'Order', rows: orders },
      ...concepts,
    ],
  };
}

/** What the marks mean. */
export function tableLegend(found: Case, { coalesced }: Settlement): string {
  const either = coalesced ? '-: it makes no difference. ' : '';
  const letters = found.graph ? '' : `Y: the option is taken, N: it is not. ${either}`;
  return `${letters}Order: 1 is what the actor likes best; what it likes equally shares a number. x: stable for the actor. E: an equilibrium.`;
}

/** In graph form what the numbers of the table stand for; else the rows of Y and N say it. */
export function stateNames(found: Case, states: readonly number[]): readonly (readonly [number, string])[] {
  return found.graph ? states.map((code) => [code, found.graph!.states[code]?.name ?? String(code)]) : [];
}

/** The table in pieces of so many states. */
export function inPieces(table: SolutionTable, size: number): readonly SolutionTable[] {
  const count = Math.max(1, Math.ceil(table.states.length / size));
  return Array.from({ length: count }, (_, k) => {
    const part = <T>(list: readonly T[]) => list.slice(k * size, (k + 1) * size);
    return {
      states: part(table.states),
      sections: table.sections.map(({ title, rows }) => ({
        title,
        rows: rows.map(({ label, cells }) => ({ label, cells: part(cells) })),
      })),
    };
  });
}
