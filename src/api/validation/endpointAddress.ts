import { isStrictAddress, parseAddress } from '../networks.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue } from './errors.ts';

const bitsOf = (text: string) => parseAddress(text) ?? '';

/** The bits of an address of IPv4, also where it is written as one of IPv6. */
const bits4 = (bits: string) => (bits.startsWith('0'.repeat(80) + '1'.repeat(16)) ? bits.slice(96) : bits);

const starts = (bits: string, ...texts: string[]) =>
  texts.some((text) => {
    const [address = '', prefix] = text.split('/');
    const other = bitsOf(address);
    return other.length === bits.length && bits.startsWith(other.slice(0, Number(prefix)));
  });

/** Addresses that no endpoint can have. Source: ValidateNonSpecialIP. */
function validateNonSpecial(address: string, field: string): FieldError[] {
  const bits = bits4(bitsOf(address));
  const errors: FieldError[] = [];
  const complain = (detail: string) => errors.push(invalidValue(field, address, detail));
  if (!bits.includes('1')) complain(`may not be unspecified (${address})`);
  if (starts(bits, '127.0.0.0/8', '::1/128')) complain('may not be in the loopback range (127.0.0.0/8, ::1/128)');
  if (starts(bits, '169.254.0.0/16', 'fe80::/10'))
    complain('may not be in the link-local range (169.254.0.0/16, fe80::/10)');
  if (starts(bits, '224.0.0.0/24', 'ff02::/16'))
    complain('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)');
  return errors;
}

/** An address of Endpoints, of any family; what is no address at all is said twice, as Kubernetes does. */
export function validateAnyAddress(address: string, field: string): { strict: FieldError[]; special: FieldError[] } {
  const strict = complaints(field, address, isStrictAddress(address));
  const isAddress = parseAddress(address) !== undefined;
  const special = isAddress
    ? validateNonSpecial(address, field)
    : [invalidValue(field, address, 'must be a valid IP address')];
  return { strict, special };
}

/** An address of an EndpointSlice, of its family. */
export function validateAddressOf(family: 'IPv4' | 'IPv6', address: string, field: string): FieldError[] {
  const wrong = complaints(field, address, isStrictAddress(address));
  if (wrong.length > 0) return wrong;
  const isOther = (bitsOf(address).length === 32) !== (family === 'IPv4');
  return [
    ...(isOther ? [invalidValue(field, address, `must be an ${family} address`)] : []),
    ...validateNonSpecial(address, field),
  ];
}
