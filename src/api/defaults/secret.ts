import type { Secret } from '../objects.ts';
import { toUtf8 } from '../utf8.ts';

/** Base64 of the UTF-8 bytes of a text. */
export function encodeBase64(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes = toUtf8(text);
  let out = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.slice(index, index + 3);
    out += letters.charAt(a >> 2) + letters.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    out += b === undefined ? '=' : letters.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    out += c === undefined ? '=' : letters.charAt(c & 63);
  }
  return out;
}

/** A Secret of type Opaque where no other is given, its stringData written into data. */
export function defaultSecret(secret: Secret): Secret {
  const { stringData, ...rest } = secret;
  const out: Secret = { ...rest, type: secret.type || 'Opaque' };
  const added = Object.entries(stringData ?? {});
  if (added.length > 0)
    out.data = { ...secret.data, ...Object.fromEntries(added.map(([key, value]) => [key, encodeBase64(value)])) };
  // Line breaks in base64 are taken and not kept.
  if (out.data)
    out.data = Object.fromEntries(
      Object.entries(out.data).map(([key, value]) => [key, (value ?? '').replace(/[\r\n]/g, '')]),
    );
  return out;
}
