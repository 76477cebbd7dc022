// IP addresses: one spelling for each, lists of allowed ones, and which of them a webhook may go to.
import ipaddr from 'ipaddr.js';

const usualSpellings = new Map<string, string>();

/** @returns the address in its usual spelling, an IPv4 address inside IPv6 as IPv4. */
export function normalAddress(address: string): string {
  let usual = usualSpellings.get(address);
  if (usual === undefined) {
    usual = ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
    if (usualSpellings.size > 1000) usualSpellings.clear();
    usualSpellings.set(address, usual);
  }
  return usual;
}

/** Whether a list of addresses and CIDR ranges has the address; entries that are neither match nothing. */
export function listHas(list: readonly string[], address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return list.some((entry) => {
    if (ipaddr.isValid(entry)) return ipaddr.process(entry).toString() === parsed.toString();
    if (!ipaddr.isValidCIDR(entry)) return false;
    const [range, bits] = ipaddr.parseCIDR(entry);
    return range.kind() === parsed.kind() && parsed.match([range, bits] as never);
  });
}

/** Whether every entry of a list is an address or a CIDR range. */
export function isAddressList(list: readonly string[]): boolean {
  return list.every((entry) => ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry));
}

export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/** Where the public addresses of IPv6 are; all other forms carry an address of IPv4, or stay inside. */
const global = ipaddr.parseCIDR('2000::/3');

function isPublic(address: ReturnType<typeof ipaddr.process>): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(global as never);
}

/** Whether a webhook may be sent to an address: public ones, and loopback where that is allowed. */
export function mayReceiveWebhooks(address: string, loopbackAllowed: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return isPublic(parsed) || (loopbackAllowed && parsed.range() === 'loopback');
}

/** Whether a host name that a server listens on means this machine alone. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || isLoopback(host.replaceAll(/^\[|\]$/g, ''));
}
