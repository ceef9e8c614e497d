import type { Choice, Problem, Question, Reply, Wish } from './question.ts';

/** A question with what only this one refuses. */
export type Asked = { readonly question: Question; readonly refuse?: (reply: Reply) => Problem | undefined };

/** Questions one after the other; each gets a reply that was checked. */
export type Asking<Result> = Generator<Asked, Result, Reply>;

/** The parts of an interview, in their order. */
const parts = [
  'the text',
  'who acts',
  'what each could do',
  'how it hangs together',
  'where things stand',
  'what matters to each',
  'what you would like to know',
] as const;
export type PartName = (typeof parts)[number];

type About = Pick<Question, 'id' | 'ask' | 'why' | 'passages'> & { readonly part: PartName };
export type Picked = { readonly picked: readonly string[]; readonly own: readonly string[] };
type Refusing<Value> = (value: Value) => Problem | undefined;

function common({ id, ask, why, passages, part }: About) {
  return {
    id,
    ask,
    why,
    part: { at: parts.indexOf(part) + 1, of: parts.length, title: part },
    ...(passages?.length ? { passages } : {}),
  };
}

/** `refuse` is only called with what this kind of question takes. */
function asked<Value>(question: Question, refuse: Refusing<Value> | undefined): Asked {
  return refuse ? { question, refuse: (reply) => refuse(reply as Value) } : { question };
}

export function* askText(about: About & { readonly default: string }): Asking<string> {
  return (yield asked({ ...common(about), kind: 'text', default: about.default }, undefined)) as string;
}

export function* askYesNo(about: About & { readonly default: boolean }): Asking<boolean> {
  return (yield asked({ ...common(about), kind: 'yes-no', default: about.default }, undefined)) as boolean;
}

export function* askLines(
  about: About & { readonly most: number },
  refuse?: Refusing<readonly string[]>,
): Asking<readonly string[]> {
  const question = { ...common(about), kind: 'lines', most: about.most, default: [] } as const;
  return (yield asked(question, refuse)) as readonly string[];
}

export function* askEach(about: About & { readonly of: readonly Choice[] }): Asking<readonly string[]> {
  const question = { ...common(about), kind: 'each', of: about.of, default: about.of.map(() => '') } as const;
  return (yield asked(question, undefined)) as readonly string[];
}

export function* askPick(
  about: About & {
    readonly choices: readonly Choice[];
    readonly own?: true;
    readonly least?: number;
    readonly most?: number;
    readonly default?: readonly string[];
  },
  refuse?: Refusing<Picked>,
): Asking<Picked> {
  const { choices, own = false, least = 0, most = choices.length + (own ? 6 : 0) } = about;
  const question = {
    ...common(about),
    kind: 'pick',
    choices,
    own,
    least,
    most,
    default: { picked: about.default ?? [], own: [] },
  } as const;
  return (yield asked(question, refuse)) as Picked;
}

export function* askOrder(
  about: About & { readonly choices: readonly Choice[]; readonly most: number },
  refuse?: Refusing<readonly Wish[]>,
): Asking<readonly Wish[]> {
  const { choices, most } = about;
  const question = { ...common(about), kind: 'order', choices, most, default: [] } as const;
  return (yield asked(question, refuse)) as readonly Wish[];
}
