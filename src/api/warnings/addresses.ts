import { addressText } from '../addressText.ts';
import { parseAddress, parseNetwork } from '../networks.ts';
import { quoted } from './go.ts';

const isLong = (bits: string) => bits.length === 128;

/** What is unusual about a valid address. Source: apimachinery util/validation GetWarningsForIP. */
export function warningsForAddress(address: string | undefined, field: string): string[] {
  const bits = address ? parseAddress(address) : undefined;
  if (address === undefined || bits === undefined || !isLong(bits)) return [];
  const proper = addressText(bits);
  if (proper === address) return [];
  return [`${field}: IPv6 address ${quoted(address)} should be in RFC 5952 canonical format (${quoted(proper)})`];
}

/** What is doubtful about a valid network: an address in it instead of its first one. Source: GetWarningsForCIDR. */
export function warningsForNetwork(network: string | undefined, field: string): string[] {
  const parsed = network ? parseNetwork(network) : undefined;
  if (network === undefined || parsed === undefined) return [];
  const { bits, prefix } = parsed;
  const first = addressText(bits.slice(0, prefix).padEnd(bits.length, '0'));
  const warnings: string[] = [];
  if (bits.includes('1', prefix)) {
    const [whole, single] = [`${first}/${prefix}`, `${addressText(bits)}/${bits.length}`];
    warnings.push(
      `${field}: CIDR value ${quoted(network)} is ambiguous in this context (should be ${quoted(whole)} or ${quoted(single)}?)`,
    );
  }
  const proper = `${addressText(bits)}/${prefix}`;
  if (isLong(bits) && proper !== network)
    warnings.push(
      `${field}: IPv6 CIDR value ${quoted(network)} should be in RFC 5952 canonical format (${quoted(proper)})`,
    );
  return warnings;
}
