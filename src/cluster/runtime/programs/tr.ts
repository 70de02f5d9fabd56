import { unescapeText } from './escapes.ts';
import { filter } from './filter.ts';
import { options } from './options.ts';

const classes: Record<string, string> = {
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  lower: 'abcdefghijklmnopqrstuvwxyz',
  digit: '0123456789',
  space: ' \t\n\v\f\r',
  blank: ' \t',
  alpha: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  alnum: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  punct: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

function expandSet(text: string): string {
  const plain = unescapeText(text.replace(/\[:(\w+):\]/g, (all, name: string) => classes[name] ?? all)).text;
  return plain.replace(/([\s\S])-([\s\S])/g, (_all, low: string, high: string) => {
    let range = '';
    const end = Math.min(high.charCodeAt(0), low.charCodeAt(0) + 256);
    for (let code = low.charCodeAt(0); code <= end; code++) range += String.fromCharCode(code);
    return range;
  });
}

/** Replaces (`tr ab xy`), deletes (`-d`) or squeezes (`-s`) characters of what it reads. */
export const tr = filter<{
  from: string;
  to: string;
  others: boolean;
  remove: boolean;
  squeeze: boolean;
  last: string;
}>({
  name: 'tr',
  begin(_io, args) {
    const { letters, rest } = options(args, 'dscC');
    const [from = '', to = ''] = rest.map(expandSet);
    const others = letters.has('c') || letters.has('C');
    return { state: { from, to, others, remove: letters.has('d'), squeeze: letters.has('s'), last: '' }, files: [] };
  },
  piecewise: () => true,
  line(io, state, line, ended) {
    let out = '';
    for (const character of line + (ended ? '\n' : '')) {
      const found = state.from.indexOf(character);
      // Of the complement all become the last of the other set.
      const place = state.others ? (found < 0 ? state.to.length : -1) : found;
      if (place >= 0 && state.remove) continue;
      const result = place >= 0 && state.to !== '' ? (state.to[place] ?? state.to.at(-1) ?? '') : character;
      const inSet = state.to === '' && state.others ? found < 0 : (state.to || state.from).includes(result);
      if (state.squeeze && inSet && result === state.last) continue;
      state.last = result;
      out += result;
    }
    io.out(out);
    return false;
  },
  end: () => 0,
});
