import type { SyntaxNode } from '@lezer/common';
import type { Expression } from '../expression.ts';
import { limits } from '../limits.ts';
import { type Complaint, complaintOf } from './complain.ts';
import { parser } from './parser.grammar.ts';

export type Parsed =
  | { readonly expression: Expression; readonly complaint?: undefined }
  | { readonly expression?: undefined; readonly complaint: Complaint };

/** An expression of the case file, or what is wrong with it and where. */
export function parseExpression(text: string): Parsed {
  if (text.length > limits.expressionSize) {
    const message = `an expression may have ${limits.expressionSize} characters, this one has ${text.length} (limit expressionSize)`;
    return { complaint: { start: 0, end: 0, message, code: 'limit' } };
  }
  // What is wrong is found by reading words in order; the grammar's own errors say where it gave up, not why.
  const complaint = complaintOf(text);
  if (complaint) return { complaint };
  const top = parser.parse(text).topNode.firstChild;
  if (!top || top.type.isError) throw new Error(`the grammar refuses what the word reader accepts: ${text}`);
  return { expression: build(top, text) };
}

const binary = { And: 'and', Or: 'or', Xor: 'xor', Implies: 'implies', Iff: 'iff' } as const;
const operands = new Set(['Constant', 'Name', 'Not', 'And', 'Xor', 'Or', 'Implies', 'Iff', 'Count', 'Group']);

function build(node: SyntaxNode, text: string): Expression {
  const of = childrenOf(node).filter((one) => operands.has(one.name));
  const word = (one: SyntaxNode) => text.slice(one.from, one.to);
  switch (node.name) {
    case 'Constant':
      return { kind: 'constant', value: word(node) === 'true' };
    case 'Name':
      return { kind: 'name', name: word(node), start: node.from, end: node.to };
    case 'Not':
      return { kind: 'not', of: build(of[0]!, text) };
    case 'Group':
      return build(of[0]!, text);
    case 'Count': {
      const bound = word(node.getChild('Bound')!).startsWith('exactly')
        ? 'exactly'
        : word(node.getChild('Bound')!).endsWith('least')
          ? 'at least'
          : 'at most';
      return {
        kind: 'count',
        bound,
        n: Number(word(node.getChild('Number')!)),
        of: of.map((one) => build(one, text)),
      };
    }
    default: {
      const kind = binary[node.name as keyof typeof binary];
      if (!kind) throw new Error(`no expression: ${node.name}`);
      return { kind, left: build(of[0]!, text), right: build(of[1]!, text) };
    }
  }
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
