import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCase, sha256 } from '@demarche/case';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type CaseFile, type Served, serve } from '../../src/serve/index.ts';

const page = mkdtempSync(join(tmpdir(), 'demarche-page-'));
writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
writeFileSync(join(page, '..', 'outside.html'), 'outside');
const first = newCase({ title: 'A harbour' });

/** A case in memory. */
function memory(): CaseFile & { text: string; full: boolean; changed: () => void } {
  const file = {
    name: 'harbour/case.yaml',
    text: first,
    full: false,
    changed: () => {},
    load: () => ({ text: file.text, texts: { analysis: 'Words.' } }),
    save: (text: string) => {
      if (file.full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      file.text = text;
    },
    watch: (changed: () => void) => {
      file.changed = changed;
      return () => {};
    },
  };
  return file;
}

let served: Served | undefined;
afterEach(() => served?.close());
afterAll(() => rmSync(page, { recursive: true }));

async function entered(file?: CaseFile) {
  served = await serve({ page, ...(file ? { file } : {}) });
  const home = `http://127.0.0.1:${served.port}`;
  const let_in = await fetch(served.url, { redirect: 'manual' });
  const cookie = let_in.headers.get('set-cookie')!.split(';')[0]!;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(home + path, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
  const put = (text: string, base: string, origin = home) =>
    ask('/api/case', { method: 'PUT', headers: { origin }, body: JSON.stringify({ text, base }) });
  return { home, let_in, ask, put };
}

test('the token lets one browser in, once; without its cookie nothing is served', async () => {
  const { home, let_in, ask } = await entered(memory());
  expect([let_in.status, let_in.headers.get('location')]).toEqual([303, '/']);
  expect(let_in.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  expect((await fetch(served!.url, { redirect: 'manual' })).status).toBe(403);
  for (const path of ['/', '/index.html', '/api/case', '/?token=1'])
    expect((await fetch(home + path)).status).toBe(403);
  expect(await (await ask('/')).text()).toContain('<title>page</title>');
});

test('a strict policy on everything, and isolation for threads', async () => {
  const { ask } = await entered();
  const { headers } = await ask('/');
  const policy = headers.get('content-security-policy')!;
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
});

test('no path leads out of the page', async () => {
  const { ask } = await entered();
  for (const path of [
    '/../outside.html',
    '/%2e%2e/outside.html',
    '/..%2foutside.html',
    '/%00',
    '/%zz',
    '/nothing.js',
  ])
    expect((await ask(path)).status, path).toBe(404);
});

test('another host name is refused: a name that was made to point here reads nothing', async () => {
  const { home } = await entered(memory());
  const { request } = await import('node:http');
  const status = await new Promise<number>((resolve) => {
    request(`${home}/api/case`, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    }).end();
  });
  expect(status).toBe(421);
});

test('a case is read, saved on what it is based on, and never over what somebody else wrote', async () => {
  const file = memory();
  const { ask, put } = await entered(file);
  const read = (await (await ask('/api/case')).json()) as Record<string, unknown>;
  expect(read).toEqual({
    name: file.name,
    text: first,
    texts: { analysis: 'Words.' },
    sha256: sha256(first),
  });
  expect(await (await put('two', sha256(first))).json()).toEqual({ sha256: sha256('two') });
  expect(file.text).toBe('two');
  const clash = await put('three', sha256(first));
  expect([clash.status, await clash.json()]).toEqual([409, { text: 'two', sha256: sha256('two') }]);
  expect(file.text).toBe('two');
});

test('only the page itself may save, and only what is a case', async () => {
  const file = memory();
  const { ask, put, home } = await entered(file);
  expect((await put('x', sha256(first), 'https://evil.example')).status).toBe(403);
  const odd = await ask('/api/case', { method: 'PUT', headers: { origin: home }, body: '{"text":1}' });
  expect(odd.status).toBe(400);
  expect(file.text).toBe(first);
});

test('a full disk is told, and nothing is lost', async () => {
  const file = memory();
  const { put } = await entered(file);
  file.full = true;
  const answer = await put('two', sha256(first));
  expect(answer.status).toBe(507);
  expect(((await answer.json()) as { message: string }).message).toContain('the disk is full');
  expect(file.text).toBe(first);
});

test('a change on the disk is told, the own saving is not', async () => {
  const file = memory();
  const { ask, put } = await entered(file);
  const changes = (await ask('/api/changes')).body!.getReader();
  await changes.read();
  await put('two', sha256(first));
  file.changed();
  file.text = 'by somebody else';
  file.changed();
  const { value } = await changes.read();
  expect(new TextDecoder().decode(value)).toBe(`data: {"sha256":"${sha256('by somebody else')}"}\n\n`);
  await changes.cancel();
});
