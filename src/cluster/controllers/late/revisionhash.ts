import { goJson } from '../../../api/json/write.ts';
import { safeEncode } from '../../../api/podtemplatehash.ts';
import { toUtf8 } from '../../../api/utf8.ts';

/**
 * The hash in the name of a StatefulSet's revision: FNV-1, 32 bit, of its data as JSON and the count of collisions.
 * Source: pkg/controller/history HashControllerRevision.
 */
export function revisionHash(data: unknown, collisionCount: number): string {
  let hash = 0x811c9dc5;
  for (const byte of toUtf8(`${goJson(data)}${collisionCount}`)) hash = Math.imul(hash, 0x01000193) ^ byte;
  return safeEncode(hash);
}
