import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchPage, loadSource } from '../../src/node.ts';

const asked: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];
const html = { 'content-type': 'text/html; charset=utf-8' };
const words = '<p>The quay will hold, said Berta Kohl.</p>';

const pages: Readonly<Record<string, RequestListener>> = {
  '/page': (_, answer) => answer.writeHead(200, html).end(words),
  '/plain.txt': (_, answer) => answer.writeHead(200, { 'content-type': 'text/plain' }).end('It will hold.'),
  '/gzip': (_, answer) => answer.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(words)),
  '/br': (_, answer) =>
    answer.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotliCompressSync(words)),
  '/broken-gzip': (_, answer) => answer.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('no'),
  '/bomb': (_, answer) =>
    answer
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(8 * 1024 ** 2), { level: 9 })),
  '/packed-otherwise': (_, answer) => answer.writeHead(200, { ...html, 'content-encoding': 'zstd' }).end('x'),
  '/endless': (_, answer) => {
    answer.writeHead(200, html);
    const more = () => {
      while (!answer.destroyed && answer.write('x'.repeat(65_536)));
      if (!answer.destroyed) answer.once('drain', more);
    };
    more();
  },
  '/large': (_, answer) => answer.writeHead(200, { ...html, 'content-length': '99999999999' }).write('x'),
  '/silent': () => {},
  '/half': (_, answer) => answer.writeHead(200, html).write('<p>It'),
  '/picture': (_, answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/gone': (_, answer) => answer.writeHead(404, html).end('x'),
  '/members': (_, answer) => answer.writeHead(403, html).end('x'),
  '/round': (_, answer) => answer.writeHead(302, { location: '/round' }).end(),
  '/one': (_, answer) => answer.writeHead(301, { location: '/page' }).end(),
  '/inside': (_, answer) => answer.writeHead(302, { location: 'http://10.0.0.7/secret' }).end(),
  '/cloud': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/with-password': (_, answer) => answer.writeHead(302, { location: 'http://a:b@127.0.0.1/' }).end(),
};

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, answer) => {
    asked.push({ url: request.url!, headers: request.headers });
    (pages[request.url!] ?? pages['/gone'])!(request, answer);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local = { allowLocal: true };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test.each(['/page', '/gzip', '/br', '/one'])('%s is fetched, unpacked', async (path) => {
  const page = await fetchPage(base + path, local);
  if ('problem' in page) throw new Error(page.problem);
  expect(text(page.bytes)).toBe(words);
  expect(page.url).toBe(base + (path === '/one' ? '/page' : path));
});

test('a page of the web is a source: its text, and where it was found', async () => {
  expect(await loadSource(`${base}/one`, local)).toMatchObject({
    text: 'The quay will hold, said Berta Kohl.\n',
    format: 'html',
    about: { url: `${base}/page` },
    verbatim: false,
  });
  expect(await loadSource(`${base}/plain.txt`, local)).toMatchObject({
    text: 'It will hold.',
    format: 'plain',
  });
});

test('nothing of this machine is sent along', async () => {
  await fetchPage(`${base}/page`, local);
  const names = Object.keys(asked.at(-1)!.headers);
  expect(names.sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
});

test.each([
  ['/inside', 'local or special network'],
  ['/cloud', 'local or special network'],
  ['/file', 'no address of the web'],
  ['/with-password', 'a name or a password'],
  ['/round', 'more than 5 times'],
  ['/picture', 'image/png'],
  ['/gone', 'no such page (404)'],
  ['/members', 'refuses it (403)'],
  ['/broken-gzip', 'cannot be reached'],
  ['/packed-otherwise', 'zstd'],
  ['/endless', 'limit size'],
  ['/large', 'limit size'],
  ['/bomb', 'limit size'],
])('%s is refused, and told why', async (path, why) => {
  const page = await fetchPage(base + path, { ...local, bytes: 1024 ** 2 });
  expect(page).toMatchObject({ problem: expect.stringContaining(why), hint: expect.any(String) });
});

test.each(['/silent', '/half'])('%s is given up when the time is over', async (path) => {
  const page = await fetchPage(base + path, { ...local, time: 150 });
  expect(page).toMatchObject({ problem: expect.stringContaining('limit time') });
});

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://0/',
  'http://10.0.0.1/',
  'http://192.168.0.1/',
])('%s is not asked for at all', async (address) => {
  const port = base.slice(base.lastIndexOf(':'));
  const before = asked.length;
  const page = await fetchPage(address.replace(/\/$/, `${port}/page`), { time: 5000 });
  expect(page).toMatchObject({ problem: expect.stringContaining('local or special network') });
  expect(asked.length).toBe(before);
});

test('a name is what it leads to, all of it, and the connection goes where was looked', async () => {
  const port = base.slice(base.lastIndexOf(':'));
  const at = (addresses: readonly string[]) =>
    fetchPage(`http://ridge.example${port}/page`, { allowLocal: true, resolve: async () => addresses });
  expect(await at(['10.0.0.1'])).toHaveProperty('problem');
  expect(await at(['127.0.0.1', '192.168.1.1'])).toHaveProperty('problem');
  expect(await at([])).toMatchObject({ problem: expect.stringContaining('no address for') });
  // The name is one that no resolver knows: the answer can only come from the address that was looked at.
  const page = await at(['127.0.0.1']);
  expect('bytes' in page && text(page.bytes)).toBe(words);
  expect(asked.at(-1)!.headers.host).toBe(`ridge.example${port}`);
});

test('a name that takes for ever to look up is given up too', async () => {
  const page = await fetchPage('http://ridge.example/', { time: 100, resolve: () => new Promise(() => {}) });
  expect(page).toMatchObject({ problem: expect.stringContaining('limit time') });
});

test.each(['ftp://ridge.example/x', 'file:///etc/passwd', 'http://', 'http://a:b@ridge.example/'])(
  '%s is no address of the web',
  async (address) => {
    expect(await fetchPage(address, { resolve: async () => ['8.8.8.8'] })).toHaveProperty('problem');
  },
);
