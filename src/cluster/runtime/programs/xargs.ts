import { read, write } from '../processes/descriptors.ts';
import type { Program } from '../processes/program.ts';
import { endOf, startChild } from './child.ts';

interface Xargs {
  input: string;
  /** Argument lists of the commands that are still to be run; undefined while it reads. */
  runs?: string[][];
  child?: number;
  code: number;
}

/** Words on a line of input, quotes and backslashes taken away. */
function words(text: string): string[] {
  return [...text.matchAll(/(?:\\[\s\S]|"[^"]*"|'[^']*'|[^\s"'\\])+/g)].map(([word]) =>
    word.replace(/\\([\s\S])|"([^"]*)"|'([^']*)'/g, (_all, a = '', b = '', c = '') => a + b + c),
  );
}

/** More arguments than these are given to another run. */
const mostArguments = 1000;

/** Runs a command with what it reads as arguments: `-n COUNT`, `-I NAME`, `-r`, `-t`, `-0`; `-P` runs one after another too. */
export const xargs: Program = {
  run(machine, process) {
    process.memory ??= { input: '', code: 0 } satisfies Xargs;
    const memory = process.memory as Xargs;
    const given = [...process.arguments];
    const has = new Map<string, string>();
    while (/^-./.test(given[0] ?? '')) {
      const [letter = '', glued] = [(given[0] ?? '').slice(1, 2), (given.shift() ?? '').slice(2)];
      has.set(letter, 'nIPLsd'.includes(letter) ? glued || (given.shift() ?? '') : '');
    }
    const command = given.length > 0 ? given : ['echo'];
    while (!memory.runs) {
      const input = read(machine, process, 0);
      if ('wait' in input) return { wait: input.wait };
      if ('text' in input) memory.input += input.text;
      else memory.runs = runsOf(memory.input, has, command);
    }
    if (memory.child !== undefined) {
      const code = endOf(process, memory.child);
      if (code === undefined) return { wait: { for: 'child', child: memory.child } };
      delete memory.child;
      if (code !== 0) memory.code = code === 255 ? 124 : code > 125 ? code : 123;
    }
    const [next] = memory.runs.splice(0, 1);
    if (!next || memory.code === 124) return { exit: memory.code };
    if (has.has('t')) write(machine, process, 2, `${next.join(' ')}\n`);
    const started = startChild(machine, process, 'xargs', next);
    if ('exit' in started) return started;
    memory.child = started.child;
    return { wait: { for: 'child', child: started.child } };
  },
};

function runsOf(input: string, has: ReadonlyMap<string, string>, command: string[]): string[][] {
  const name = has.get('I');
  if (name !== undefined)
    return input
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => command.map((word) => word.replaceAll(name, line.trim())));
  const all = has.has('0') ? input.split('\0').filter((word) => word !== '') : words(input);
  const perLine = has.get('L');
  const size = Math.max(1, Number(has.get('n') ?? perLine ?? mostArguments) || 1);
  if (all.length === 0) return has.has('r') ? [] : [command];
  const runs: string[][] = [];
  for (let at = 0; at < all.length; at += size) runs.push([...command, ...all.slice(at, at + size)]);
  return runs;
}
