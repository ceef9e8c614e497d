import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayConnect } from '../../src/node.ts';

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.19.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'localhost',
  '127.1',
  '',
])('%s is not connected to', (address) => {
  expect(mayConnect(address)).toBe(false);
});

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '193.0.0.1', '2606:4700::1111', '2a00::1'])(
  '%s may be connected to',
  (address) => {
    expect(mayConnect(address)).toBe(true);
  },
);

test('what is allowed of what is local is this machine alone', () => {
  for (const address of ['127.0.0.1', '::1']) expect(mayConnect(address, true)).toBe(true);
  for (const address of ['10.0.0.1', '169.254.169.254', '192.168.0.1', 'fe80::1', '0.0.0.0', '::'])
    expect(mayConnect(address, true)).toBe(false);
});

test('of version 4, just the blocks of the registry are special', () => {
  const special = (a: number, b: number, c: number) =>
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 192 && b === 0 && (c === 0 || c === 2)) ||
    (a === 192 && b === 88 && c === 99) ||
    (a === 198 && (b === 18 || b === 19)) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113);
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 2, 10, 16, 18, 51, 64, 88, 99, 100, 113, 127, 168));
  const first = fc.oneof(fc.nat(255), fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198, 203, 224));
  fc.assert(
    fc.property(first, byte, byte, byte, (a, b, c, d) => {
      expect(mayConnect(`${a}.${b}.${c}.${d}`)).toBe(!special(a, b, c));
    }),
    { numRuns: 2000 },
  );
});
