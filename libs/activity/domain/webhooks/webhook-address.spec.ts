import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedNetworks, isReachable, noPrivateNetworks, webhookUrl } from './webhook-address';

const refused = [
  ['this machine', '127.0.0.1'],
  ['this machine', '127.255.1.2'],
  ['any address', '0.0.0.0'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.5.4'],
  ['a private network', '192.168.1.1'],
  ['link-local, a cloud’s metadata', '169.254.169.254'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['metadata of another cloud', '100.100.100.200'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['documentation', '192.0.2.1'],
  ['benchmarks', '198.18.0.1'],
  ['this machine', '::1'],
  ['any address', '::'],
  ['unique local', 'fd00::1'],
  ['metadata by IPv6', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['multicast', 'ff02::1'],
  ['IPv4 within IPv6', '::ffff:127.0.0.1'],
  ['IPv4 within IPv6', '::ffff:a9fe:a9fe'],
  ['NAT64 of a private network', '64:ff9b::a00:1'],
  ['6to4 of a private network', '2002:a00:1::'],
  ['Teredo', '2001:0:1::1'],
  ['no address at all', 'planerka.example'],
  ['nothing', ''],
] as const;

describe('An address that webhooks may not reach', () => {
  for (const [what, address] of refused) {
    it(`${what}: ${address || '«»'}`, () => expect(isReachable(address, noPrivateNetworks)).toBe(false));
  }

  it('is none of the public ones', () => {
    for (const address of ['8.8.8.8', '77.88.8.8', '2a02:6b8::feed:ff', '::ffff:8.8.8.8']) {
      expect([address, isReachable(address, noPrivateNetworks)]).toEqual([address, true]);
    }
  });

  it('may be let in by the operator, network by network', () => {
    const allowed = allowedNetworks('10.1.0.0/16, 127.0.0.2, fd00::/8');
    const told = [
      '10.1.2.3',
      '127.0.0.2',
      'fd12::1',
      '::ffff:10.1.2.3',
      '10.2.0.1',
      '127.0.0.1',
      '::1',
      '169.254.169.254',
    ];
    expect(told.map((address) => isReachable(address, allowed))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => allowedNetworks('10.1.0.0/99')).toThrow();
  });

  it('stays one however it is written', () => {
    const inner = fc.oneof(
      fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
    );
    fc.assert(
      fc.property(inner, ([a, b, c, d]) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const hex = (value: number) => value.toString(16);
        const written = [
          `${a}.${b}.${c}.${d}`,
          String(number),
          `0x${hex(number)}`,
          `0${a.toString(8)}.${b}.${c}.${d}`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
          `[::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
        ];
        for (const host of written) {
          expect([host, webhookUrl(`https://${host}/hook`, noPrivateNetworks).ok]).toEqual([host, false]);
        }
      }),
    );
  });
});

describe('The address of a webhook', () => {
  const problem = (text: string) => {
    const url = webhookUrl(text, noPrivateNetworks);
    return url.ok ? null : url.error;
  };

  it('is https, without a name and a password in it', () => {
    expect(problem('https://crm.example/planerka?key=1')).toBeNull();
    expect(problem('http://crm.example/')).toBe('https_only');
    expect(problem('ftp://crm.example/')).toBe('not_a_url');
    expect(problem('crm.example')).toBe('not_a_url');
    expect(problem('https://me:secret@crm.example/')).toBe('with_credentials');
    expect(problem(`https://crm.example/${'a'.repeat(500)}`)).toBe('too_long');
  });

  it('has a name that others can have', () => {
    for (const host of [
      'localhost',
      'api.localhost',
      'nas.local',
      'db.internal',
      'planerka',
      'LOCALHOST.',
      '2130706433',
    ]) {
      expect([host, problem(`https://${host}/`)]).toEqual([host, 'private_address']);
    }
  });

  it('may be plain http and any name where an operator lets webhooks into the house', () => {
    const allowed = allowedNetworks('10.0.0.0/8');
    expect(webhookUrl(' http://crm/hook#here ', allowed)).toEqual({ ok: true, value: 'http://crm/hook' });
    expect(webhookUrl('http://127.0.0.1/', allowed)).toEqual({ ok: false, error: 'private_address' });
  });
});
