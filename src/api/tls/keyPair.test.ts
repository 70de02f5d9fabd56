import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64Bytes } from '../base64.ts';
import { inside, readDer } from './der.ts';
import { refusedKeyPair } from './keyPair.ts';

type Bytes = readonly number[];

const element = (tag: number, ...parts: Bytes[]): Bytes => {
  const body = parts.flat();
  return [tag, ...(body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 255]), ...body];
};
const sequence = (...parts: Bytes[]) => element(0x30, ...parts);

const pem = (type: string, bytes: Bytes) =>
  `-----BEGIN ${type}-----\n${encodeBase64Bytes(bytes).replace(/.{64}/g, '$&\n')}\n-----END ${type}-----\n`;

/** As much of a certificate as is looked at. */
function certificate(publicKey: Bytes): string {
  const empty = sequence();
  const version = element(0xa0, element(0x02, [2]));
  const serial = element(0x02, [1]);
  return pem('CERTIFICATE', sequence(sequence(version, serial, empty, empty, empty, empty, publicKey), empty));
}

const algorithms = {
  RSA: { name: 'RSA-PSS', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  EC: { name: 'ECDSA', namedCurve: 'P-256' },
};

async function newPair(kind: keyof typeof algorithms): Promise<{ publicKey: Bytes; privateKey: Bytes }> {
  const pair = await crypto.subtle.generateKey(algorithms[kind], true, ['sign', 'verify']);
  const bytes = async (format: 'spki' | 'pkcs8', key: CryptoKey) => [
    ...new Uint8Array(await crypto.subtle.exportKey(format, key)),
  ];
  return { publicKey: await bytes('spki', pair.publicKey), privateKey: await bytes('pkcs8', pair.privateKey) };
}

/** PKCS#8 wraps the older form of each kind. */
const olderForm = (privateKey: Bytes): Bytes => inside(readDer(privateKey)?.[0], 0x30)?.[2]?.bytes ?? [];

const [one, other] = [await newPair('RSA'), await newPair('EC')];

describe('a certificate and its key are a pair in every form of the key', () => {
  const pkcs8 = ({ privateKey }: typeof one) => pem('PRIVATE KEY', privateKey);
  it.each([
    ['RSA, PKCS#1', one, pem('RSA PRIVATE KEY', olderForm(one.privateKey))],
    ['RSA, PKCS#8', one, pkcs8(one)],
    ['EC, SEC 1', other, pem('EC PRIVATE KEY', olderForm(other.privateKey))],
    ['EC, PKCS#8', other, pkcs8(other)],
  ])('%s', (_form, { publicKey }, privateKey) => {
    expect(refusedKeyPair(certificate(publicKey), privateKey)).toBeUndefined();
  });

  it('and not with the key of another', async () => {
    const wrong = 'tls: private key does not match public key';
    expect(refusedKeyPair(certificate(one.publicKey), pkcs8(await newPair('RSA')))).toBe(wrong);
    expect(refusedKeyPair(certificate(other.publicKey), pkcs8(await newPair('EC')))).toBe(wrong);
    expect(refusedKeyPair(certificate(one.publicKey), pkcs8(other))).toBe(
      'tls: private key type does not match public key type',
    );
  });
});

describe('what is no pair is told apart', () => {
  const real = certificate(sequence(sequence(element(0x06, [0x2b, 0x65, 0x70])), element(0x03, [0, 1])));
  const block = (type: string) => pem(type, [0x4d, 0x49]);
  it.each([
    ['a', 'b', 'tls: failed to find any PEM data in certificate input'],
    [real, 'b', 'tls: failed to find any PEM data in key input'],
    [real, real, 'tls: found a certificate rather than a key in the PEM for the private key'],
    [
      block('RSA PRIVATE KEY'),
      real,
      'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
    ],
    [
      block('A') + block('B'),
      '',
      'tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [A B]',
    ],
    [block('CERTIFICATE'), block('PRIVATE KEY'), 'x509: malformed certificate'],
    [real, block('PRIVATE KEY'), 'tls: failed to parse private key'],
  ])('%#', (certificateText, keyText, why) => {
    expect(refusedKeyPair(certificateText, keyText)).toBe(why);
  });
});

it('no bytes break it', () => {
  const bytes = fc.array(fc.nat(255), { maxLength: 40 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(refusedKeyPair(pem('CERTIFICATE', sequence(one)), pem('PRIVATE KEY', sequence(other)))).toBeTypeOf(
        'string',
      );
    }),
  );
});
