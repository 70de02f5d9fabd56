import { encodeBase64 } from '../base64.ts';
import type { Secret } from '../objects.ts';

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
