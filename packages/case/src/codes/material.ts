import type { CodePage } from './page.ts';

export const materialCodes = {
  'unknown-statement': {
    severity: 'error',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'unknown-source': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'anchor-range': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'anchor-hash': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'text-hash': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'anchor-unverified': {
    severity: 'warning',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'likelihood-range': {
    severity: 'error',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'likelihood-missing': {
    severity: 'error',
    title: '',
    explanation: '',
    example: undefined,
    mended: undefined,
  },
  'evidence-source': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'move-form': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'unknown-choice': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
} satisfies Record<string, CodePage>;
