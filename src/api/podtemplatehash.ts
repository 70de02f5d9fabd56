import type { PodTemplateSpec } from './objects.ts';
import { printPodTemplate } from './podtemplatehash/print.ts';
import { toUtf8 } from './utf8.ts';

const offset = 0x811c9dc5;
const prime = 0x01000193;

const step = (hash: number, byte: number) => Math.imul(hash ^ byte, prime);

/** FNV-1a, 32 bit, of the UTF-8 bytes of a text, going on from `hash`. */
function hashText(text: string, hash: number): number {
  let value = hash;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) value = step(value, code);
    else {
      const character = String.fromCodePoint(text.codePointAt(index) ?? code);
      for (const byte of toUtf8(character)) value = step(value, byte);
      index += character.length - 1;
    }
  }
  return value;
}

const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** A number's decimal digits in letters that form no words. Source: k8s.io/apimachinery util/rand SafeEncodeString. */
export function safeEncode(hash: number): string {
  return [...String(hash >>> 0)].map((digit) => alphabet.charAt(digit.charCodeAt(0) % alphabet.length)).join('');
}

const known = new WeakMap<PodTemplateSpec, number>();

/**
 * The pod-template-hash of a template in its stored form, defaults filled in: the same that Kubernetes 1.36 writes.
 * Source: k8s.io/kubernetes pkg/controller ComputeHash; explained in recordings under "pod-template-hash".
 */
export function podTemplateHash(template: PodTemplateSpec, collisionCount?: number): string {
  let hash = known.get(template);
  if (hash === undefined) {
    hash = hashText(printPodTemplate(template), offset);
    known.set(template, hash);
  }
  if (collisionCount === undefined) return safeEncode(hash);
  let counted = hash;
  for (let index = 0; index < 8; index++)
    counted = step(counted, index < 4 ? (collisionCount >>> (8 * index)) & 255 : 0);
  return safeEncode(counted);
}
