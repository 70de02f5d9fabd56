import { readText } from '../../files/files.ts';
import { absolutePath } from '../../files/path.ts';
import type { Process } from '../../state.ts';
import { evaluateExpression, evaluateList, NotSimulated } from './expression.ts';
import { interpreterOf, type Refusal, type Step } from './steps.ts';

/**
 * node: `-e TEXT` or a script. Of the language: console.log, process.exit, throw, setTimeout and setInterval of such, and
 * an http server that answers one text. Anything else is refused.
 */
export const node = interpreterOf((machine, process) => {
  const args = process.arguments.filter((arg) => !/^--(?!eval|version)/.test(arg));
  const [first, second = ''] = args;
  if (first === undefined) return [];
  if (first === '--version' || first === '-v') return [{ type: 'print', stream: 1, text: 'v22.19.0\n' }];
  if (/^(?:-e|--eval|-p|-pe)$/.test(first))
    return program(first === '-p' || first === '-pe' ? `console.log(${second})` : second, process);
  const path = absolutePath(process.directory, first);
  const content = readText(machine, path);
  return 'text' in content ? program(content.text, process) : missing(path);
}, false);

const missing = (path: string): Refusal => ({
  message: `node:internal/modules/cjs/loader:1372\n  throw err;\n  ^\n\nError: Cannot find module '${path}'\n    at node:internal/main/run_main_module:36:49 {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}\n\nNode.js v22.19.0\n`,
  code: 1,
});

function program(text: string, process: Process): Step[] | Refusal {
  try {
    return server(text, process) ?? statements(text, process);
  } catch (error) {
    if (!(error instanceof NotSimulated)) throw error;
    return { message: `node: this program is not simulated by Podarium: ${error.message.slice(0, 100)}\n`, code: 1 };
  }
}

/** `http.createServer((req, res) => res.end(TEXT)).listen(PORT)`. */
function server(text: string, process: Process): Step[] | undefined {
  if (!/createServer\(/.test(text)) return undefined;
  const listening = /\.listen\(\s*((?:process\.env\.\w+\s*(?:\|\||\?\?)\s*)?\w+)/.exec(text);
  const answer = /\.end\(((?:[^()]|\([^()]*\))*)\)/.exec(text);
  if (!listening || !answer) throw new NotSimulated(text);
  const greeting = /\.listen\([^;]*console\.log\(((?:[^()]|\([^()]*\))*)\)/.exec(text);
  const port =
    /^\d+$/.test(listening[1] ?? '') || /env/.test(listening[1] ?? '')
      ? listening[1]
      : new RegExp(`\\b${listening[1]}\\s*=\\s*([^;\\n]+)`).exec(text)?.[1];
  return [
    {
      type: 'serve',
      port: Number(evaluateExpression(port ?? '', process.environment)),
      body: String(evaluateExpression(answer[1] ?? "''", process.environment)),
      ...(greeting?.[1] &&
        !/port/i.test(greeting[1]) && { greeting: `${evaluateList(greeting[1], process.environment).join(' ')}\n` }),
    },
  ];
}

const statementPattern =
  /(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|[^()"'`]|\((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|[^()"'`]|\((?:[^()"'`]|"[^"]*"|'[^']*'|`[^`]*`)*\))*\))*\)|[^;\n"'`(])+/g;

/** Timers run when the program's own statements are done: the earliest first, an interval for ever. */
function statements(text: string, process: Process): Step[] {
  const now: Step[] = [];
  const timers: { at: number; steps: Step[]; again: boolean }[] = [];
  for (const part of text.match(statementPattern) ?? []) {
    const statement = part.trim();
    if (statement === '' || /^(?:\/\/|['"]use strict['"])/.test(statement)) continue;
    const timer =
      /^(setTimeout|setInterval)\(\s*(?:\(\)\s*=>|function\s*\(\)\s*\{)\s*([\s\S]*?)\}?\s*,\s*([\d_.e*\s]+)\)$/.exec(
        statement,
      );
    if (timer) {
      const body = statements((timer[2] ?? '').replace(/^\{/, ''), process);
      timers.push({
        at: Number(evaluateExpression(timer[3] ?? '', process.environment)),
        steps: body,
        again: timer[1] === 'setInterval',
      });
      continue;
    }
    one(statement, process, now);
  }
  let at = 0;
  for (const timer of timers.sort((a, b) => a.at - b.at)) {
    if (timer.again) {
      now.push({ type: 'loop', body: [{ type: 'sleep', time: timer.at }, ...timer.steps] });
      break;
    }
    now.push({ type: 'sleep', time: Math.max(1, timer.at - at) }, ...timer.steps);
    at = timer.at;
  }
  return now;
}

function one(statement: string, process: Process, steps: Step[]): void {
  const { environment } = process;
  const logged = /^console\.(log|info|error|warn)\(([\s\S]*)\)$/.exec(statement);
  const thrown = /^throw\s+new\s+(\w*Error)\(([\s\S]*)\)$/.exec(statement);
  const ended = /^process\.exit\(([\s\S]*)\)$/.exec(statement);
  if (logged) {
    const stream = logged[1] === 'error' || logged[1] === 'warn' ? 2 : 1;
    steps.push({ type: 'print', stream, text: `${evaluateList(logged[2] ?? '', environment).join(' ')}\n` });
  } else if (thrown) {
    const message = `${thrown[1]}: ${evaluateExpression(thrown[2] || "''", environment)}`;
    steps.push(
      {
        type: 'print',
        stream: 2,
        text: `[eval]:1\n${statement}\n^\n\n${message}\n    at [eval]:1:7\n\nNode.js v22.19.0\n`,
      },
      { type: 'exit', code: 1 },
    );
  } else if (ended) {
    steps.push({ type: 'exit', code: Number(evaluateExpression(ended[1] || '0', environment)) & 255 });
  } else {
    throw new NotSimulated(statement);
  }
}
