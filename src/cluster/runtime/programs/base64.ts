import { decodeBase64Bytes, encodeBase64 } from '../../../api/base64.ts';
import { fromUtf8 } from '../../../api/utf8.ts';
import { filter } from './filter.ts';

/** Encodes what it reads, lines of 76 characters (`-w` says another width, 0 none); `-d` decodes. */
export const base64 = filter<{ text: string; decode: boolean; width: number }>({
  name: 'base64',
  begin(_io, args) {
    const state = { text: '', decode: false, width: 76 };
    const files: string[] = [];
    for (let index = 0; index < args.length; index++) {
      const arg = args[index] ?? '';
      if (arg === '-d' || arg === '-D' || arg === '--decode') state.decode = true;
      else if (arg === '-w') state.width = Number(args[++index]) || 0;
      else if (/^-w\d+$/.test(arg)) state.width = Number(arg.slice(2));
      else files.push(arg);
    }
    return { state, files };
  },
  line(_io, state, line, ended) {
    state.text += line + (ended ? '\n' : '');
    return false;
  },
  end(io, { text, decode, width }) {
    if (!decode) {
      const encoded = encodeBase64(text);
      const lines = width > 0 ? (encoded.match(new RegExp(`.{1,${Math.min(width, 65_535)}}`, 'g')) ?? []) : [encoded];
      io.out(lines.join('\n') + (width > 0 && encoded !== '' ? '\n' : ''));
      return 0;
    }
    const plain = text.replace(/\s/g, '');
    if (plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain)) {
      io.out(fromUtf8(decodeBase64Bytes(plain)));
      return 0;
    }
    io.err('base64: truncated input\n');
    return 1;
  },
});
