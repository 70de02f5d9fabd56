import { isIPv6 } from '../addresses.ts';
import { quoted } from './go.ts';

/** The eight numbers of an IPv6 address. */
function groupsOf(text: string): number[] {
  const ipv4 = /[\d.]+$/.exec(text)?.[0].includes('.') ? (/[\d.]+$/.exec(text)?.[0] ?? '') : '';
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
  const plain = ipv4
    ? `${text.slice(0, -ipv4.length)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
    : text;
  const [head = [], tail = []] = plain.split('::').map((half) =>
    half
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16)),
  );
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** An IPv6 address in the form of RFC 5952: lower case, the first longest run of zeros as `::`. */
function canonicalIPv6(text: string): string {
  const groups = groupsOf(text);
  let [start, length] = [0, 1];
  for (let from = 0; from < groups.length; from++) {
    let to = from;
    while (groups[to] === 0) to++;
    if (to - from > length) [start, length] = [from, to - from];
  }
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}

/** What is unusual about a valid address. Source: apimachinery util/validation GetWarningsForIP. */
export function warningsForAddress(address: string | undefined, field: string): string[] {
  if (!address || !isIPv6(address)) return [];
  const canonical = canonicalIPv6(address);
  if (canonical === address) return [];
  return [`${field}: IPv6 address ${quoted(address)} should be in RFC 5952 canonical format (${quoted(canonical)})`];
}
