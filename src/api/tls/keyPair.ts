import { type DerElement, inside, readDer, tags, wrapped } from './der.ts';
import { type KeyPart, privateKeyOf, publicKeyOf } from './keys.ts';
import { pemBlocks } from './pem.ts';

const certificate = 'CERTIFICATE';
const isPrivateKey = (type: string) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');

/** A block of the kind, or why there is none. */
function findBlock(text: string, what: 'certificate' | 'key'): readonly number[] | string {
  const blocks = pemBlocks(text);
  const isWanted = what === 'key' ? isPrivateKey : (type: string) => type === certificate;
  const found = blocks.find(({ type }) => isWanted(type));
  if (found) return found.bytes;
  const [first, second] = blocks;
  if (!first) return `tls: failed to find any PEM data in ${what} input`;
  if (!second && what === 'key' && first.type === certificate)
    return 'tls: found a certificate rather than a key in the PEM for the private key';
  if (!second && what === 'certificate' && first.type.endsWith('PRIVATE KEY'))
    return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
  const wanted = what === 'key' ? 'PEM block with type ending in "PRIVATE KEY"' : '"CERTIFICATE" PEM block';
  const skipped = blocks.map(({ type }) => type).join(' ');
  return `tls: failed to find ${wanted} in ${what} input after skipping PEM blocks of the following types: [${skipped}]`;
}

/** The parts of a certificate before its public key, with what Go says where one is wrong. Source: crypto/x509 parser.go. */
const partsBeforeKey = [
  [tags.integer, 'serial number'],
  [tags.sequence, 'signature algorithm identifier'],
  [tags.sequence, 'issuer'],
  [tags.sequence, 'validity'],
  [tags.sequence, 'issuer'],
] as const;

function certifiedKey(bytes: readonly number[]): KeyPart | string {
  const [whole, more] = readDer(bytes) ?? [];
  const parts = inside(whole, tags.sequence);
  if (!parts) return 'x509: malformed certificate';
  if (more) return 'x509: trailing data';
  const fields = inside(parts[0], tags.sequence);
  if (!fields) return 'x509: malformed tbs certificate';
  const rest: DerElement[] = fields[0]?.tag === wrapped(0) ? fields.slice(1) : fields;
  for (const [index, [tag, name]] of partsBeforeKey.entries())
    if (rest[index]?.tag !== tag) return `x509: malformed ${name}`;
  return publicKeyOf(rest[partsBeforeKey.length]) ?? 'x509: malformed spki';
}

/**
 * Why a certificate and a key, both PEM texts, are no pair; undefined where they are, or where the private key does not
 * hold the public one (Ed25519, some of elliptic curves). Source: crypto/tls X509KeyPair.
 */
export function refusedKeyPair(certificateText: string, keyText: string): string | undefined {
  const certificateBytes = findBlock(certificateText, 'certificate');
  if (typeof certificateBytes === 'string') return certificateBytes;
  const keyBytes = findBlock(keyText, 'key');
  if (typeof keyBytes === 'string') return keyBytes;
  const publicKey = certifiedKey(certificateBytes);
  if (typeof publicKey === 'string') return publicKey;
  const privateKey = privateKeyOf(keyBytes);
  if (!privateKey) return 'tls: failed to parse private key';
  if (privateKey.kind !== publicKey.kind) return 'tls: private key type does not match public key type';
  const isPair = privateKey.shared === undefined || privateKey.shared === publicKey.shared;
  return isPair ? undefined : 'tls: private key does not match public key';
}
