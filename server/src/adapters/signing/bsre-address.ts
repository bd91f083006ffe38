import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { ProviderMisconfigured } from './port.ts';

/** Never a service of a regency: metadata of clouds and other link-local things, "any", multicast. */
const forbidden = new BlockList();
forbidden.addSubnet('0.0.0.0', 8);
forbidden.addSubnet('169.254.0.0', 16);
forbidden.addSubnet('224.0.0.0', 3);
forbidden.addAddress('::', 'ipv6');
forbidden.addSubnet('fe80::', 10, 'ipv6');
forbidden.addSubnet('ff00::', 8, 'ipv6');

/** Networks of one's own, where plain http may do. */
const own = new BlockList();
own.addSubnet('127.0.0.0', 8);
own.addSubnet('10.0.0.0', 8);
own.addSubnet('172.16.0.0', 12);
own.addSubnet('192.168.0.0', 16);
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');

/**
 * Where a service may be: anywhere by https, in a private network only by http, since passphrases go over the line; never
 * at a link-local address. An administrator of a regency names the address, so this also bounds what they can reach.
 * @throws ProviderMisconfigured
 */
export function requireAllowed(address: string, isSecure: boolean): void {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (forbidden.check(address, family)) {
    throw new ProviderMisconfigured('an address that is no service of a regency', { isAddress: true });
  }
  if (!isSecure && !own.check(address, family)) {
    throw new ProviderMisconfigured('http is for private networks only', { isAddress: true });
  }
}

/** Looks a name up and connects to what was looked at, so that a second answer cannot slip another address in. */
export const guardedLookup =
  (isSecure: boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error(`no address of ${hostname}`), '', 4);
      try {
        for (const { address } of addresses) requireAllowed(address, isSecure);
      } catch (refused) {
        return callback(refused as Error, '', 4);
      }
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
