/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as TextEncoder (which is not ECMAScript) has it. */
export function toUtf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** The text of UTF-8 bytes; bytes that are none become U+FFFD. */
export function fromUtf8(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    const encoded = bytes.slice(index, index + length).map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
    try {
      text += decodeURIComponent(encoded.join(''));
      index += length;
    } catch {
      // Not UTF-8 here: one byte is given up, and the next may begin a character again.
      text += '\ufffd';
      index++;
    }
  }
  return text;
}
