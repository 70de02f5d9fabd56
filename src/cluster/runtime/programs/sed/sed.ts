import { readText, writeText } from '../../files/files.ts';
import { absolutePath } from '../../files/path.ts';
import { filter } from '../filter.ts';
import type { Io } from '../simple.ts';
import { BadScript, parseSed } from './parse.ts';
import { runLine, type SedState, TooLong } from './run.ts';

/** The stream editor: `-n -e -f -E -r -i`, all commands of POSIX but `l`. */
export const sed = filter<SedState>({
  name: 'sed',
  begin(io, args) {
    const files: string[] = [];
    const scripts: string[] = [];
    const state: SedState = {
      scriptText: '',
      extended: false,
      quiet: false,
      inPlace: false,
      line: 0,
      hold: '',
      ranges: {},
      printed: '',
    };
    for (let index = 0; index < args.length; index++) {
      const arg = args[index] ?? '';
      const [, letters = ''] = /^-([nErszi]*[ef]?)$/.exec(arg) ?? [];
      if (arg === '-' || (!arg.startsWith('-') && arg !== '--')) files.push(arg);
      else if (letters === '' && !/^-i./.test(arg)) {
        io.err(`sed: unrecognized option: ${arg.replace(/^-+/, '')}\n`);
        return { exit: 1 };
      } else {
        state.quiet ||= letters.includes('n');
        state.extended ||= /[Er]/.test(letters);
        state.inPlace ||= arg.includes('i');
        if (letters.endsWith('e')) scripts.push(args[++index] ?? '');
        if (letters.endsWith('f')) {
          const file = readText(io.machine, absolutePath(io.directory, args[++index] ?? ''));
          if ('error' in file) {
            io.err(`sed: can't open '${args[index]}': ${file.error}\n`);
            return { exit: 1 };
          }
          scripts.push(file.text);
        }
      }
    }
    if (scripts.length === 0) scripts.push(files.shift() ?? '');
    state.scriptText = scripts.join('\n');
    try {
      parseSed(state.scriptText, state.extended);
    } catch (error) {
      if (!(error instanceof BadScript)) throw error;
      io.err(`sed: ${error.message}\n`);
      return { exit: 1 };
    }
    return { state, files };
  },
  line(io, state, text, ended) {
    const { pending } = state;
    state.pending = { text, ended };
    return pending ? work(io, state, pending, false) : false;
  },
  fileEnd(io, state, file) {
    if (!state.inPlace || file === '-') return;
    if (state.pending) work(io, state, state.pending, true);
    delete state.pending;
    const error = writeText(io.machine, absolutePath(io.directory, file), state.printed);
    if (error) io.err(`sed: ${file}: ${error}\n`);
    state.printed = '';
  },
  end(io, state) {
    if (state.pending && state.quit === undefined) work(io, state, state.pending, true);
    return state.quit ?? 0;
  },
});

function work(io: Io, state: SedState, { text, ended }: { text: string; ended: boolean }, isLast: boolean): boolean {
  const lines: string[] = [];
  try {
    runLine(state, parseSed(state.scriptText, state.extended), text, isLast, (line) => lines.push(line));
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    io.err('sed: a script that loops without end is not simulated by Podarium\n');
    state.quit = 1;
  }
  // A last line without its newline is printed without one too.
  const printed = lines.join('');
  const kept = ended ? printed : printed.replace(/\n$/, '');
  if (state.inPlace) state.printed += kept;
  else io.out(kept);
  return state.quit !== undefined;
}
