import { write } from '../../processes/descriptors.ts';
import { complain } from '../frames.ts';
import { assign, type Shell } from '../memory.ts';
import type { Builtin } from './registry.ts';

/** Long names of `set -o`, by letter; `p` stands for pipefail, which has none. */
export const optionNames: Record<string, string> = {
  allexport: 'a',
  errexit: 'e',
  noglob: 'f',
  nounset: 'u',
  xtrace: 'x',
  pipefail: 'p',
};

/** Sets or clears one option; false where there is no such. */
export function setOption(shell: Shell, letter: string, on: boolean): boolean {
  if (!'aefuxpnvmhbC'.includes(letter)) return false;
  const without = shell.memory.options.replace(letter, '');
  shell.memory.options = on ? without + letter : without;
  return true;
}

/** Options, and after them (or after `--`) new positional parameters; alone it lists the variables. */
export const set: Builtin = (shell, args) => {
  const { memory, machine, process } = shell;
  if (args.length === 0) {
    const names = [...memory.variables.keys()].sort();
    const lines = names.map((name) => `${name}='${memory.variables.get(name)?.value.replaceAll("'", `'"'"'`)}'\n`);
    write(machine, process, 1, lines.join(''));
    return 0;
  }
  const rest = [...args];
  for (let arg = rest[0]; arg !== undefined && /^[-+]./.test(arg); arg = rest[0]) {
    rest.shift();
    if (arg === '--') {
      memory.positional = rest;
      return 0;
    }
    const on = arg.startsWith('-');
    const letters = arg.slice(1) === 'o' ? [optionNames[rest.shift() ?? ''] ?? '?'] : [...arg.slice(1)];
    for (const letter of letters) {
      if (setOption(shell, letter, on)) continue;
      complain(shell, `set: illegal option ${arg}`);
      return 2;
    }
  }
  if (rest.length > 0) memory.positional = rest;
  return 0;
};

export const shift: Builtin = (shell, [count = '1']) => {
  const { memory } = shell;
  if (Number(count) > memory.positional.length) return 1;
  memory.positional = memory.positional.slice(Number(count));
  return 0;
};

/** The next option of the arguments: its letter goes to the variable, what belongs to it to OPTARG. */
export const getopts: Builtin = (shell, [letters = '', name = 'opt', ...given]) => {
  const { memory } = shell;
  const args = given.length > 0 ? given : memory.positional;
  const index = Number(memory.variables.get('OPTIND')?.value ?? '1');
  const within = memory.optionIndex ?? 1;
  const word = args[index - 1];
  const finish = (): number => {
    assign(memory, name, '?');
    return 1;
  };
  if (word === undefined || !/^-./.test(word)) return finish();
  if (word === '--') {
    assign(memory, 'OPTIND', String(index + 1));
    return finish();
  }
  const letter = word[within] ?? '?';
  const place = letter === ':' ? -1 : letters.indexOf(letter);
  const more = within + 1 < word.length;
  let next = more ? index : index + 1;
  memory.optionIndex = more ? within + 1 : 1;
  memory.variables.delete('OPTARG');
  if (place >= 0 && letters[place + 1] === ':') {
    const argument = more ? word.slice(within + 1) : args[index];
    next = more ? index + 1 : index + 2;
    memory.optionIndex = 1;
    if (argument !== undefined) assign(memory, 'OPTARG', argument);
    else complain(shell, `option requires an argument -- ${letter}`);
    assign(memory, name, argument === undefined ? '?' : letter);
  } else {
    if (place < 0) complain(shell, `illegal option -${letter}`);
    assign(memory, name, place < 0 ? '?' : letter);
  }
  assign(memory, 'OPTIND', String(next));
  return 0;
};
