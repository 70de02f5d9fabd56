import { type DerElement, hex, inside, readDer, tags, wrapped } from './der.ts';

/** As much of a key as tells whether two belong together. */
export interface KeyPart {
  kind: 'RSA' | 'EC' | 'Ed25519';
  /** The part that both have; undefined where a private key does not hold the public one. */
  shared?: string;
}

const identifiers = { '2a864886f70d010101': 'RSA', '2a8648ce3d0201': 'EC', '2b6570': 'Ed25519' } as const;

const kindOf = (algorithm: DerElement | undefined): KeyPart['kind'] | undefined => {
  const [identifier] = inside(algorithm, tags.sequence) ?? [];
  return identifiers[hex(identifier?.bytes) as keyof typeof identifiers];
};

const modulusOf = (key: DerElement[] | undefined, index: number) => ({
  kind: 'RSA' as const,
  shared: hex(key?.[index]?.bytes),
});

/** The public key of a certificate: its subjectPublicKeyInfo. */
export function publicKeyOf(info: DerElement | undefined): KeyPart | undefined {
  const [algorithm, key] = inside(info, tags.sequence) ?? [];
  const kind = kindOf(algorithm);
  // The first byte counts unused bits.
  const bytes = key?.bytes.slice(1) ?? [];
  if (kind === 'RSA') return modulusOf(inside(readDer(bytes)?.[0], tags.sequence), 0);
  return kind && { kind, shared: hex(bytes) };
}

/** ECPrivateKey of RFC 5915, which may hold the public key. */
function ellipticKey(parts: DerElement[]): KeyPart {
  const part = parts.find(({ tag }) => tag === wrapped(1));
  const [key] = part ? (readDer(part.bytes) ?? []) : [];
  return { kind: 'EC', ...(key && { shared: hex(key.bytes.slice(1)) }) };
}

/** A private key in one of its three forms: PKCS#1, PKCS#8, SEC 1. Source: parsePrivateKey of Go's crypto/tls. */
export function privateKeyOf(bytes: readonly number[]): KeyPart | undefined {
  const [whole, more] = readDer(bytes) ?? [];
  const parts = more ? undefined : inside(whole, tags.sequence);
  if (!parts || parts[0]?.tag !== tags.integer) return undefined;
  if (parts.length >= 9 && parts.every(({ tag }) => tag === tags.integer)) return modulusOf(parts, 1);
  if (parts[1]?.tag === tags.octets) return ellipticKey(parts);
  const kind = kindOf(parts[1]);
  if (!kind || parts[2]?.tag !== tags.octets) return undefined;
  if (kind === 'Ed25519') return { kind };
  const inner = inside(readDer(parts[2].bytes)?.[0], tags.sequence);
  if (!inner) return undefined;
  return kind === 'RSA' ? modulusOf(inner, 1) : ellipticKey(inner);
}
