import { readText } from '../../files/files.ts';
import { absolutePath } from '../../files/path.ts';
import type { Machine } from '../../processes/machine.ts';
import type { Process } from '../../state.ts';
import { evaluateExpression, evaluateList, MissingVariable, NotSimulated } from './expression.ts';
import { interpreterOf, type Refusal, type Step } from './steps.ts';

/** Modules that come with Python; any other has to be installed first, and an import of it fails. */
const modules = new Set(
  'argparse asyncio base64 collections datetime functools http itertools json logging math os pathlib random re shutil signal socket socketserver string subprocess sys tempfile threading time typing urllib uuid'.split(
    ' ',
  ),
);

/** A failure of the program itself: its traceback ends with this line. */
class Failure extends Error {}

/**
 * Python: `-m http.server [PORT] [-d DIR]`, `-c TEXT`, a script. Of the language: print, time.sleep, sys.exit, raise,
 * `while True`, `for i in range(n)` without its variable, the environment, memory by bytearray. Anything else is refused.
 */
export const python = interpreterOf((machine, process) => {
  const args = process.arguments.filter((arg) => !/^-(?:u|B|O|s|E|I)$/.test(arg));
  const [first, second = ''] = args;
  if (first === undefined) return [];
  if (first === '--version' || first === '-V') return [{ type: 'print', stream: 1, text: 'Python 3.13.7\n' }];
  if (first === '-m') return second === 'http.server' ? httpServer(args.slice(2), process) : module(second);
  const text = first === '-c' ? second : scriptOf(machine, process, first);
  return typeof text === 'string' ? program(text, process, first === '-c' ? '<string>' : first) : text;
}, false);

const module = (name: string): Refusal => ({
  message: modules.has(name.split('.')[0] ?? '')
    ? `python: -m ${name} is not simulated by Podarium\n`
    : `/usr/local/bin/python: No module named ${name}\n`,
  code: 1,
});

function scriptOf(machine: Machine, process: Process, file: string): string | Refusal {
  const path = absolutePath(process.directory, file);
  const content = readText(machine, path);
  if ('text' in content) return content.text;
  return { message: `python: can't open file '${path}': [Errno 2] ${content.error}\n`, code: 2 };
}

function httpServer(args: string[], process: Process): Step[] {
  const at = args.findIndex((arg) => arg === '-d' || arg === '--directory');
  const root = absolutePath(process.directory, at < 0 ? '.' : (args[at + 1] ?? '.'));
  const port = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 8000);
  return [
    { type: 'serve', port, root, greeting: `Serving HTTP on 0.0.0.0 port ${port} (http://0.0.0.0:${port}/) ...\n` },
  ];
}

interface Line {
  indent: number;
  text: string;
  number: number;
}

function program(text: string, process: Process, file: string): Step[] | Refusal {
  const lines: Line[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const plain = line.replace(/(^|\s)#.*$/, '');
    if (plain.trim() === '') continue;
    const indent = /^\s*/.exec(plain)?.[0].length ?? 0;
    for (const part of statementsOf(plain)) lines.push({ indent, text: part, number: index + 1 });
  }
  const steps: Step[] = [];
  try {
    block(lines, lines[0]?.indent ?? 0, process, steps, file);
    return steps;
  } catch (error) {
    if (error instanceof Failure) return fail(steps, error.message);
    if (error instanceof NotSimulated)
      return { message: `python: this program is not simulated by Podarium: ${error.message}\n`, code: 1 };
    throw error;
  }
}

/** What the program did before it failed is done all the same. */
function fail(steps: Step[], traceback: string): Step[] {
  return [...steps, { type: 'print', stream: 2, text: traceback }, { type: 'exit', code: 1 }];
}

/** The statements of a line, split at semicolons outside of texts. */
const statementsOf = (line: string): string[] =>
  (line.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^;"'])+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '');

function block(lines: Line[], indent: number, process: Process, steps: Step[], file: string): void {
  for (let line = lines[0]; line && line.indent >= indent; line = lines[0]) {
    lines.shift();
    const compound = /^(while (?:True|1)|for \w+ in range\(([^)]*)\))\s*:\s*(.*)$/.exec(line.text);
    if (!compound) {
      statement(line, process, steps, file);
      continue;
    }
    const [, , range, rest = ''] = compound;
    const body: Step[] = [];
    if (rest !== '') statement({ ...line, text: rest }, process, body, file);
    while (rest !== '' && lines[0]?.number === line.number) statement(lines.shift() as Line, process, body, file);
    if (rest === '' && lines[0] && lines[0].indent > line.indent) block(lines, lines[0].indent, process, body, file);
    if (range === undefined) {
      steps.push({ type: 'loop', body });
      continue;
    }
    const numbers = evaluateList(range, process.environment).map(Number);
    const count = numbers.length > 1 ? (numbers[1] ?? 0) - (numbers[0] ?? 0) : (numbers[0] ?? 0);
    if (count > 1000) throw new NotSimulated(line.text);
    for (let round = 0; round < count; round++) steps.push(...body);
  }
}

function statement({ text, number }: Line, process: Process, steps: Step[], file: string): void {
  const traceback = (message: string): Failure =>
    new Failure(
      `Traceback (most recent call last):\n  File "${file}", line ${number}, in <module>\n${file === '<string>' ? '' : `    ${text}\n`}${message}\n`,
    );
  const { environment } = process;
  try {
    const imported = /^(?:import\s+([\w., ]+?)(?:\s+as\s+\w+)?|from\s+([\w.]+)\s+import\s+.*)$/.exec(text);
    if (imported) {
      for (const name of (imported[1] ?? imported[2] ?? '').split(',')) {
        const root = name.trim().split('.')[0] ?? '';
        if (!modules.has(root)) throw traceback(`ModuleNotFoundError: No module named '${root}'`);
      }
      return;
    }
    const call = /^(print|time\.sleep|sleep|sys\.exit|exit|quit)\(([\s\S]*)\)$/.exec(text);
    if (call) {
      const [, name, inner = ''] = call;
      if (name === 'print') {
        const error = /,?\s*file\s*=\s*sys\.stderr/.exec(inner);
        const values = evaluateList(error ? inner.replace(error[0], '') : inner, environment);
        steps.push({ type: 'print', stream: error ? 2 : 1, text: `${values.join(' ')}\n` });
      } else if (name?.endsWith('sleep')) {
        steps.push({ type: 'sleep', time: Number(evaluateExpression(inner, environment)) * 1000 });
      } else {
        const value = inner.trim() === '' ? 0 : evaluateExpression(inner, environment);
        if (typeof value === 'string') steps.push({ type: 'print', stream: 2, text: `${value}\n` });
        steps.push({ type: 'exit', code: typeof value === 'string' ? 1 : value & 255 });
      }
      return;
    }
    const raised = /^raise\s+(\w+)(?:\(([\s\S]*)\))?$/.exec(text);
    if (raised) {
      const message = raised[2] ? evaluateList(raised[2], environment).join(' ') : '';
      throw traceback(message ? `${raised[1]}: ${message}` : `${raised[1]}`);
    }
    const memory = /^\w+\s*=\s*(?:bytearray\(([^()]*(?:\([^()]*\))?[^()]*)\)|b?['"](?:\\x00|.)['"]\s*\*\s*(.+))$/.exec(
      text,
    );
    if (memory) {
      steps.push({ type: 'hold', bytes: Number(evaluateExpression(memory[1] ?? memory[2] ?? '', environment)) });
      return;
    }
    const bound = /^(?:\w+\s*=\s*)?(os\.environ.+)$/.exec(text);
    // A variable that is never printed can only fail.
    if (bound) {
      evaluateExpression(bound[1] ?? '', environment);
      return;
    }
    if (text === 'pass') return;
    throw new NotSimulated(text);
  } catch (error) {
    if (error instanceof MissingVariable) throw traceback(`KeyError: '${error.message}'`);
    throw error;
  }
}
