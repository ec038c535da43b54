import { BlockList, isIP } from 'node:net';

/** Addresses that lead into this machine, this network or nowhere (IANA special-purpose registries). */
const CLOSED_V4: readonly [string, number][] = [
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
];

/** All but global unicast, 2000::/3; and of that documentation and the tunnels that hide an IPv4 address inside. */
const CLOSED_V6: readonly [string, number][] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 32],
  ['2001:10::', 28],
  ['2001:20::', 28],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Which addresses may be called. */
export class AddressRules {
  /** One list for each family: a rule for IPv6 would also count for IPv4 addresses in their IPv6 form. */
  private readonly closed = { ipv4: new BlockList(), ipv6: new BlockList() };
  private readonly allowed = new BlockList();
  private readonly hosts = new Set<string>();

  /** @param allow hosts and networks that may be called although they are private */
  constructor(allow: readonly string[]) {
    for (const [net, prefix] of CLOSED_V4) this.closed.ipv4.addSubnet(net, prefix, 'ipv4');
    for (const [net, prefix] of CLOSED_V6) this.closed.ipv6.addSubnet(net, prefix, 'ipv6');
    for (const entry of allow) this.allow(entry);
  }

  mayCall(host: string, address: string): boolean {
    const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
    const family = isIP(plain);
    if (family === 0) return false;
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    return this.hosts.has(host.toLowerCase()) || this.allowed.check(plain, kind) || !this.closed[kind].check(plain, kind);
  }

  private allow(entry: string): void {
    const [net = '', prefix] = entry.split('/', 2);
    const family = isIP(net);
    if (family === 0) this.hosts.add(entry);
    else
      this.allowed.addSubnet(
        net,
        prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix),
        family === 4 ? 'ipv4' : 'ipv6',
      );
  }
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
