import type { CodePage } from './page.ts';

export const fileCodes = {
  limit: { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'yaml-syntax': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'comma-in-braces': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'list-cut': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'duplicate-key': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'bad-character': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  unreadable: { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'wrong-version': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'missing-key': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'unknown-key': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'wrong-type': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'wrong-value': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'bad-id': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'reserved-id': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
  'id-taken': { severity: 'error', title: '', explanation: '', example: undefined, mended: undefined },
} satisfies Record<string, CodePage>;
