import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not the public internet: the special-purpose registries of IANA (RFC 6890 and its updates), multicast and what is
 * reserved. A page can name any of them, by its address, a name or a redirect, to make this machine ask its own network for it.
 */
const special4 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special4.addSubnet(net, bits, 'ipv4');

/** Of version 6 only global unicast is public, and not all of that. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(net, bits, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a connection to this address may be made; `allowLocal` admits this machine itself, and nothing else that is special. */
export function mayConnect(address: string, allowLocal = false): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  if (version === 4)
    return !special4.check(address, 'ipv4') || (allowLocal && loopback.check(address, 'ipv4'));
  if (allowLocal && loopback.check(address, 'ipv6')) return true;
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}
