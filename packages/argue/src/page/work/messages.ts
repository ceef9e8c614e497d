import type { Basis } from '@demarche/report/record';
import type { Jobs } from './jobs.ts';

/** What the page tells its worker: first what everything is about, then one question after the other. */
export type ToWorker =
  | { readonly basis: Basis }
  | { readonly ask: keyof Jobs; readonly given: readonly unknown[] };

export type FromWorker =
  | { readonly ready: true }
  | { readonly done: number; readonly all: number }
  | { readonly value: unknown }
  | { readonly failed: string };
