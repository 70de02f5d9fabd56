/** One element of ASN.1 in its DER form. */
export interface DerElement {
  tag: number;
  /** What is in it. */
  bytes: readonly number[];
}

export const tags = { integer: 0x02, bits: 0x03, octets: 0x04, identifier: 0x06, sequence: 0x30 } as const;

/** The context-specific tag that wraps an optional part. */
export const wrapped = (number: number): number => 0xa0 + number;

/** The elements that stand one after the other; undefined where the bytes are no DER. */
export function readDer(bytes: readonly number[]): DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag, first] = [bytes[at], bytes[at + 1]];
    if (tag === undefined || first === undefined) return undefined;
    at += 2;
    let length = first;
    if (first >= 0x80) {
      const count = first & 0x7f;
      if (count < 1 || count > 4) return undefined;
      length = bytes.slice(at, at + count).reduce((sum, byte) => sum * 256 + byte, 0);
      at += count;
    }
    if (at + length > bytes.length) return undefined;
    elements.push({ tag, bytes: bytes.slice(at, at + length) });
    at += length;
  }
  return elements;
}

/** What is in an element of the tag; undefined where it is another, or no DER. */
export const inside = (element: DerElement | undefined, tag: number): DerElement[] | undefined =>
  element?.tag === tag ? readDer(element.bytes) : undefined;

/** Bytes as a text, to compare them. */
export const hex = (bytes: readonly number[] | undefined): string =>
  (bytes ?? []).map((byte) => byte.toString(16).padStart(2, '0')).join('');
