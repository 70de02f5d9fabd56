import { decodeBase64Bytes } from '../base64.ts';

/** One block of a PEM text. */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY`, ... */
  type: string;
  bytes: number[];
}

const block = /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n([\s\S]*?)(?:\n|(?<=\n))-----END \1-----[ \t\r]*(?=\n|$)/g;
const header = /^[^\n]*:[^\n]*\n\s*/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The blocks of a PEM text; what is none is passed over. Source: Go's encoding/pem. */
export function pemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  for (const [, type = '', inner = ''] of text.matchAll(block)) {
    let body = inner;
    while (header.test(body)) body = body.replace(header, '');
    const letters = body.replace(/\s/g, '');
    if (base64.test(letters)) blocks.push({ type, bytes: decodeBase64Bytes(letters) });
  }
  return blocks;
}
