import { isIPv4, isIPv6 } from './addresses.ts';

/** A network as its bits: `10.0.0.0/8` is 32 bits of address, of which 8 count. */
interface Network {
  /** The address as a text of noughts and ones. */
  bits: string;
  prefix: number;
  hasLeadingZeros: boolean;
}

const binary = (number: number, width: number) => number.toString(2).padStart(width, '0');
const withoutLeadingZeros = (text: string) => text.replace(/(^|[.:])0+(?=\d+(\.|$))/g, '$1');

const bitsOfIPv4 = (text: string) =>
  text
    .split('.')
    .map((part) => binary(Number(part), 8))
    .join('');

const bitsOfGroups = (half: string) =>
  half
    .split(':')
    .filter((group) => group !== '')
    .map((group) => (group.includes('.') ? bitsOfIPv4(group) : binary(Number.parseInt(group, 16), 16)))
    .join('');

function bitsOfIPv6(text: string): string {
  const [head = '', tail = ''] = text.split('::').map(bitsOfGroups);
  return head + tail.padStart(128 - head.length, '0');
}

/** The bits of an address, leading zeros taken; undefined for what is no address. Source: netutils.ParseIPSloppy. */
export function parseAddress(text: string): string | undefined {
  const address = text.includes('.') ? withoutLeadingZeros(text) : text;
  if (isIPv4(address)) return bitsOfIPv4(address);
  return isIPv6(address) ? bitsOfIPv6(address) : undefined;
}

const mapped = '0'.repeat(80) + '1'.repeat(16);
/** Whether the bits are those of an IPv4 address in the form of IPv6. */
export const isMapped = (bits: string) => bits.length === 128 && bits.startsWith(mapped);

/** A network in the form `10.0.0.0/8`; undefined for what is none. Source: netutils.ParseCIDRSloppy. */
export function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const [address, length] = [text.slice(0, slash), text.slice(slash + 1)];
  const bits = parseAddress(address);
  if (bits === undefined || !/^\d+$/.test(length) || Number(length) > bits.length) return undefined;
  return { bits, prefix: Number(length), hasLeadingZeros: /^0\d/.test(length) || hasLeadingZeros(address) };
}

/** Complaints about a network. Source: IsValidCIDRForLegacyField with StrictIPCIDRValidation, on since 1.36. */
export function isNetworkAddress(text: string): string[] {
  const network = parseNetwork(text);
  if (!network) return ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'];
  if (network.hasLeadingZeros) return ['must not have leading 0s in IP or prefix length'];
  if (isMapped(network.bits)) return ['must not have an IPv4-mapped IPv6 address'];
  return network.bits.includes('1', network.prefix) ? ['must not have bits set beyond the prefix length'] : [];
}

/** Whether an address has noughts that mean nothing, or octal to some. */
export const hasLeadingZeros = (text: string): boolean => text.includes('.') && withoutLeadingZeros(text) !== text;

/** Complaints about an address. Source: IsValidIPForLegacyField with StrictIPCIDRValidation. */
export function isStrictAddress(text: string): string[] {
  const bits = parseAddress(text);
  if (bits === undefined) return ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'];
  if (hasLeadingZeros(text)) return ['must not have leading 0s'];
  return isMapped(bits) ? ['must not be an IPv4-mapped IPv6 address'] : [];
}

/** Whether `inner` lies in `outer` and is smaller. */
export const isStrictSubset = (inner: Network, outer: Network): boolean =>
  inner.bits.length === outer.bits.length &&
  inner.prefix > outer.prefix &&
  inner.bits.slice(0, outer.prefix) === outer.bits.slice(0, outer.prefix);

/** Whether the text is an address of IPv6, and none of IPv4 in its form. Source: netutils.IsIPv6String. */
export function isIPv6Address(text: string): boolean {
  const bits = parseAddress(text);
  return bits?.length === 128 && !isMapped(bits);
}
