import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sha256 } from '@demarche/case';
import { answer, answerJson, bodyOf } from './answers.ts';
import type { CaseFile } from './case-file.ts';
import { fileOf } from './files.ts';

export type Served = {
  /** With the token that lets one browser in, once. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

export type ServeOptions = {
  /** The folder of the built page. */
  readonly page: string;
  /** The case that is open; without one the page starts with what it brings. */
  readonly file?: CaseFile;
  /** 0, the default, for any that is free. */
  readonly port?: number;
};

/** Most bytes of a case that is saved: what a case file may have, written as JSON. */
const mostBytes = 24_000_000;

/**
 * Serves the page on this machine alone (loopback). The first address holds a token that is good once and leaves a cookie; without
 * the cookie nothing is served, and nothing is written for a page of another origin.
 */
export async function serve({ page, file, port = 0 }: ServeOptions): Promise<Served> {
  const token = randomBytes(24).toString('hex');
  const pass = randomBytes(24).toString('hex');
  let tokenLeft = true;
  const listeners = new Set<ServerResponse>();
  let written: string | undefined;

  const server = createServer((from, to) => {
    handle(from, to).catch((error: unknown) => {
      if (!to.headersSent) answerJson(to, 500, { message: (error as Error).message });
      else to.end();
    });
  });
  const home = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handle(from: IncomingMessage, to: ServerResponse): Promise<void> {
    if (from.headers.host !== home())
      return answer(to, 421, 'this server answers to its own address alone\n');
    const url = new URL(from.url ?? '/', `http://${home()}`);
    const given = url.searchParams.get('token');
    if (given !== null) {
      if (!tokenLeft || !same(given, token)) return answer(to, 403, tokenUsed);
      tokenLeft = false;
      return answer(to, 303, '', {
        location: '/',
        'set-cookie': `demarche-${(server.address() as AddressInfo).port}=${pass}; HttpOnly; SameSite=Strict; Path=/`,
      });
    }
    if (!same(cookieOf(from, `demarche-${(server.address() as AddressInfo).port}`), pass))
      return answer(to, 403, tokenUsed);
    if (url.pathname.startsWith('/api/')) return api(from, to, url.pathname.slice('/api/'.length));
    if (from.method !== 'GET' && from.method !== 'HEAD') return answer(to, 405, 'the page is read only\n');
    const found = fileOf(page, url.pathname);
    if (!found) return answer(to, 404, 'there is no such file\n');
    // The page asks for a case only where one was opened.
    const bytes =
      file && url.pathname === '/'
        ? found.bytes.toString('utf8').replace('<html ', '<html data-case ')
        : found.bytes;
    return answer(to, 200, bytes, { 'content-type': found.type });
  }

  async function api(from: IncomingMessage, to: ServerResponse, name: string): Promise<void> {
    if (!file) return answerJson(to, 404, { message: 'no case was opened with this server' });
    if (name === 'case' && from.method === 'GET') {
      const { text, texts } = file.load();
      return answerJson(to, 200, { name: file.name, text, texts, sha256: sha256(text) });
    }
    if (name === 'case' && from.method === 'PUT') {
      if (from.headers.origin !== `http://${home()}`)
        return answerJson(to, 403, { message: 'only the page that this server serves may save' });
      const body = await bodyOf(from, mostBytes);
      const asked = body === undefined ? undefined : savingOf(body);
      if (!asked)
        return answerJson(to, 400, { message: 'a case is saved with its text and what it is based on' });
      const disk = file.load().text;
      if (sha256(disk) !== asked.base) return answerJson(to, 409, { text: disk, sha256: sha256(disk) });
      try {
        written = asked.text;
        file.save(asked.text);
      } catch (error) {
        written = undefined;
        return answerJson(to, 507, { message: `${file.name} could not be written: ${reason(error)}` });
      }
      return answerJson(to, 200, { sha256: sha256(asked.text) });
    }
    if (name === 'changes' && from.method === 'GET') {
      to.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      to.write(': open\n\n');
      listeners.add(to);
      from.on('close', () => listeners.delete(to));
      return;
    }
    return answerJson(to, 404, { message: 'there is no such thing here' });
  }

  const stop = file?.watch(() => {
    let text: string;
    try {
      text = file.load().text;
    } catch {
      // Being written by somebody else, or gone: the next change, or saving, tells.
      return;
    }
    if (text === written) return;
    written = undefined;
    for (const one of listeners) one.write(`data: ${JSON.stringify({ sha256: sha256(text) })}\n\n`);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://${home()}/?token=${token}`,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        stop?.();
        for (const one of listeners) one.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const tokenUsed =
  'This page is for the browser that opened it first. Start demarche open again for a new address.\n';

function savingOf(body: string): { readonly text: string; readonly base: string } | undefined {
  try {
    const { text, base } = JSON.parse(body) as { text?: unknown; base?: unknown };
    return typeof text === 'string' && typeof base === 'string' ? { text, base } : undefined;
  } catch {
    return undefined;
  }
}

function cookieOf(from: IncomingMessage, name: string): string {
  for (const part of (from.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at !== -1 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return '';
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What stood in the way, in words. */
function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'the disk is full. Nothing was lost; free some space and save again';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'it may not be written here. Download the case instead';
  return message;
}
