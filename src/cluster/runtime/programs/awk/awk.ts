import { nextNumber } from '../../../world/chance.ts';
import { readText, writeText } from '../../files/files.ts';
import { absolutePath } from '../../files/path.ts';
import { charge } from '../../processes/kernel.ts';
import { filter } from '../filter.ts';
import type { Io } from '../simple.ts';
import { type Awk, type AwkState, runRules, setLine } from './evaluate.ts';
import { parseAwk } from './parse.ts';
import { BadProgram } from './syntax.ts';
import type { Value } from './value.ts';

/** Steps that the program may take for one line. */
const mostSteps = 200_000;
/** So many of them are a step of the shell's. */
const stepsPerStep = 20;

/** The pattern language of POSIX, without pipes, `getline` and `system`: those are refused. */
export const awk = filter<AwkState & { files: string[] }>({
  name: 'awk',
  begin(io, args) {
    const variables = new Map<string, Value>([
      ['FS', ' '],
      ['OFS', ' '],
      ['ORS', '\n'],
      ['NR', 0],
      ['FNR', 0],
      ['NF', 0],
      ['SUBSEP', '\x1c'],
      ['RS', '\n'],
    ]);
    const rest = [...args];
    let text: string | undefined;
    for (let arg = rest[0]; arg?.startsWith('-') && arg.length > 1; arg = rest[0]) {
      rest.shift();
      if (arg === '--') break;
      const value = arg.length > 2 ? arg.slice(2) : (rest.shift() ?? '');
      if (arg.startsWith('-F')) variables.set('FS', value === 't' ? '\t' : unescapeOption(value));
      else if (arg.startsWith('-v')) set(variables, value);
      else if (arg.startsWith('-f')) {
        const file = readText(io.machine, absolutePath(io.directory, value));
        if ('error' in file) {
          io.err(`awk: can't open '${value}': ${file.error}\n`);
          return { exit: 1 };
        }
        text = (text ?? '') + file.text;
      } else {
        io.err(`awk: unrecognized option: ${arg.slice(1)}\n`);
        return { exit: 1 };
      }
    }
    text ??= rest.shift();
    if (text === undefined) {
      io.err('awk: no program\n');
      return { exit: 1 };
    }
    const files = rest.filter((file) => !/^[A-Za-z_]\w*=/.test(file));
    for (const assignment of rest) if (!files.includes(assignment)) set(variables, assignment);
    const environment = new Map<string, Value>([...io.environment].map(([name, value]) => [name, { input: value }]));
    const state: AwkState & { files: string[] } = {
      text,
      variables,
      arrays: new Map([['ENVIRON', environment]]),
      line: '',
      fields: [],
      inRange: [],
      files: [],
    };
    const begun = attempt(io, state, (run) => runRules(run, 'BEGIN'));
    if (begun === undefined) return { exit: exitOf(state) };
    const { rules } = parseAwk(text);
    if (!begun || rules.every(({ when }) => when === 'BEGIN')) return { exit: exitOf(state) };
    return { state, files };
  },
  line(io, state, line) {
    for (const counter of ['NR', 'FNR']) state.variables.set(counter, Number(state.variables.get(counter)) + 1);
    return !attempt(io, state, (run) => {
      setLine(state, line);
      return runRules(run, 'line');
    });
  },
  fileEnd(_io, state) {
    state.variables.set('FNR', 0);
  },
  end(io, state) {
    if (!state.broken) attempt(io, state, (run) => runRules(run, 'END'));
    return exitOf(state);
  },
});

const exitOf = (state: AwkState): number => state.exit ?? 0;

function set(variables: Map<string, Value>, assignment: string): void {
  const at = assignment.indexOf('=');
  variables.set(assignment.slice(0, at), { input: unescapeOption(assignment.slice(at + 1)) });
}

const unescapeOption = (text: string): string => text.replaceAll('\\t', '\t').replaceAll('\\n', '\n');

/** Runs with a program; says what is wrong with it. Undefined where something is. */
function attempt(io: Io, state: AwkState & { files: string[] }, work: (awk: Awk) => boolean): boolean | undefined {
  const run: Pick<Awk, 'budget'> = { budget: mostSteps };
  try {
    const awk: Awk = Object.assign(run, {
      state,
      program: parseAwk(state.text),
      random: () => nextNumber(io.machine.world.chance),
      locals: [],
      print: (text: string, target?: { append: boolean; file: string }) => printTo(io, state, text, target),
    });
    state.began = true;
    return work(awk);
  } catch (error) {
    if (!(error instanceof BadProgram)) throw error;
    io.err(`awk: cmd. line:1: ${error.message}\n`);
    state.exit = state.began ? 2 : 1;
    state.broken = true;
    return undefined;
  } finally {
    charge(io.machine.container, ((mostSteps - run.budget) / stepsPerStep) * 1024);
  }
}

/** A file is begun anew at the first print of a program that does not append. */
function printTo(
  io: Io,
  state: { files: string[] },
  text: string,
  target: { append: boolean; file: string } | undefined,
): void {
  if (!target || target.file === '/dev/stdout') {
    io.out(text);
    return;
  }
  if (target.file === '/dev/stderr') {
    io.err(text);
    return;
  }
  const begun = state.files.includes(target.file);
  if (!begun) state.files.push(target.file);
  const error = writeText(io.machine, absolutePath(io.directory, target.file), text, begun || target.append);
  if (error) io.err(`awk: can't open '${target.file}': ${error}\n`);
}
