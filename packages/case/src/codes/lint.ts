import type { CodePage } from './page.ts';

export const lintCodes = {
  'two-actor-impossible': {
    severity: 'warning',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'gate-not-lasting': {
    severity: 'warning',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'standing-signature': {
    severity: 'warning',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'always-true': { severity: 'warning', title: '', explanation: '', example: undefined, mended: undefined },
  'never-true': { severity: 'warning', title: '', explanation: '', example: undefined, mended: undefined },
  'unmentioned-option': {
    severity: 'warning',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'unquestioned-actor': {
    severity: 'warning',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'own-words': { severity: 'warning', title: '', explanation: '', example: undefined, mended: undefined },
  'silent-move': { severity: 'warning', title: '', explanation: '', example: undefined, mended: undefined },
} satisfies Record<string, CodePage>;
