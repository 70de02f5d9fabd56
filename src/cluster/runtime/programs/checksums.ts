import { sha256 } from '../../../api/sha256.ts';
import { toUtf8 } from '../../../api/utf8.ts';
import { charge } from '../processes/kernel.ts';
import { filter } from './filter.ts';
import { md5 } from './md5.ts';
import { options } from './options.ts';

const hex = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hashing is this much slower than copying. */
const costliness = 20;

/** A program that prints the sum of each file before its name; `-c` checks a list of them. */
const checksum = (name: string, digest: (text: string) => string) =>
  filter<{ text: string; check: boolean }>({
    name,
    begin(io, args) {
      const { letters, rest } = options(args, 'csw');
      if (!letters.has('c')) return { state: { text: '', check: false }, files: rest };
      io.err(`${name}: -c: not simulated by Podarium\n`);
      return { exit: 1 };
    },
    line(_io, state, line, ended) {
      state.text += line + (ended ? '\n' : '');
      return false;
    },
    fileEnd(io, state, file) {
      charge(io.machine.container, state.text.length * costliness);
      io.out(`${digest(state.text)}  ${file}\n`);
      state.text = '';
    },
    end: () => 0,
  });

export const sha256sum = checksum('sha256sum', (text) => hex(sha256(text)));
export const md5sum = checksum('md5sum', (text) => hex(md5(toUtf8(text))));
