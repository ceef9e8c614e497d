import { conflictCodes } from './codes/conflict.ts';
import { exchangeCodes } from './codes/exchange.ts';
import { fileCodes } from './codes/file.ts';
import { lintCodes } from './codes/lint.ts';
import { materialCodes } from './codes/material.ts';
import type { CodePage } from './codes/page.ts';

export type { CodePage } from './codes/page.ts';

const list = { ...fileCodes, ...conflictCodes, ...materialCodes, ...lintCodes, ...exchangeCodes };

export type Code = keyof typeof list;

/** The closed list: every diagnostic that a case can get, with the page that `demarche explain CODE` prints. */
export const codes: Readonly<Record<Code, CodePage>> = list;
