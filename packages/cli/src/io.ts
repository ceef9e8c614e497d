import { writeSync } from 'node:fs';
import type { Paint, Part, View } from '@demarche/report/terminal';

const colours: Readonly<Record<Part, string>> = {
  title: '1',
  heading: '1;36',
  strong: '1',
  dim: '2',
  yes: '32',
  no: '31',
  open: '33',
  warning: '33',
};

function coloured(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

/** How wide and how coloured a stream is; 80 columns where it is no terminal. */
export function viewOf(stream: NodeJS.WriteStream = process.stdout): View {
  const paint: Paint = coloured(stream)
    ? (part, text) => (text === '' ? '' : `\u001b[${colours[part]}m${text}\u001b[0m`)
    : (_, text) => text;
  const stated = Number(process.env.COLUMNS);
  const columns = stream.isTTY ? stream.columns : stated > 0 ? stated : 80;
  return { width: Math.min(100, Math.max(40, columns || 80)), paint };
}

/** Diagnostics in colour, on a terminal. */
export function styleOf(stream: NodeJS.WriteStream): (part: string, text: string) => string {
  if (!coloured(stream)) return (_, text) => text;
  const parts: Readonly<Record<string, string>> = {
    error: '1;31',
    warning: '1;33',
    place: '1',
    gutter: '2',
    underline: '31',
    hint: '36',
  };
  return (part, text) => `\u001b[${parts[part] ?? '0'}m${text}\u001b[0m`;
}

/** Written to the end before the process may go: a pipe gets all of it. */
export function out(text: string): void {
  writeAll(1, text);
}

export function err(text: string): void {
  writeAll(2, text);
}

function writeAll(stream: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE') return;
      else throw error;
    }
  }
}

export function json(value: unknown): void {
  out(`${JSON.stringify(value, null, 2)}\n`);
}

/** A line on stderr that says how far a computation is, from half a second on, on a terminal only. */
export function progressOn(quiet: boolean, label: string) {
  const started = performance.now();
  const shows = !quiet && process.stderr.isTTY === true && !process.env.CI;
  let last = 0;
  return {
    /** How far it is where nobody knows how far it is to the end. */
    say(text: string, atOnce = false): void {
      const now = performance.now() - started;
      if (!shows || (!atOnce && (now < 500 || now - last < 100))) return;
      last = Math.max(now, 1);
      err(`\r\u001b[K${label}: ${text}, ${Math.floor(now / 1000)} s so far`);
    },
    at(done: number, all: number): void {
      const now = performance.now() - started;
      if (!shows || now < 500 || now - last < 100 || done === 0) return;
      last = now;
      const left = Math.ceil(((now / done) * (all - done)) / 1000);
      err(`\r\u001b[K${label}: ${Math.floor((100 * done) / all)}%, about ${left} s left`);
    },
    end(): void {
      if (last > 0) err('\r\u001b[K');
    },
  };
}
