import { writeText } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { write } from '../processes/descriptors.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { unescapeText } from './escapes.ts';
import { connectTimeout, type Fetch, fetchOnce, parseAddress, reasonOf } from './fetch.ts';
import { options } from './options.ts';

const longNames: Record<string, string> = {
  '--silent': '-s',
  '--fail': '-f',
  '--show-error': '-S',
  '--include': '-i',
  '--head': '-I',
  '--location': '-L',
  '--output': '-o',
  '--write-out': '-w',
  '--max-time': '-m',
  '--connect-timeout': '-m',
  '--header': '-H',
  '--insecure': '-k',
  '--verbose': '-v',
  '--request': '-X',
};

/** curl for GET over HTTP: `-s -S -f -i -I -L -o FILE -w FORMAT -m SECONDS`. */
export const curl: Program = {
  run(machine, process) {
    const args = process.arguments.flatMap((arg) => {
      const [name = '', value] = arg.split(/=(.*)/s);
      const short = longNames[name];
      return short ? (value === undefined ? [short] : [short, value]) : [arg];
    });
    const { letters, values, rest, unknown } = options(args, 'sfSiILkvN', 'owmHXA');
    const say = (text: string): void => write(machine, process, 2, text);
    if (unknown !== undefined || (values.get('X') ?? 'GET') !== 'GET') {
      say(`curl: option ${unknown === undefined ? '-X' : `-${unknown}`}: not simulated by Podarium\n`);
      return { exit: 2 };
    }
    const [url] = rest;
    const address = url === undefined ? undefined : parseAddress(url);
    if (!address || address.secure) {
      say(
        address
          ? 'curl: (35) TLS is not simulated by Podarium\n'
          : url === undefined
            ? 'curl: (2) no URL specified\n'
            : 'curl: (3) URL rejected: Malformed input to a URL function\n',
      );
      return { exit: address ? 35 : url === undefined ? 2 : 3 };
    }
    const timeout = values.has('m') ? Number(values.get('m')) * 1000 : connectTimeout;
    const result = fetchOnce(machine, process, address, timeout);
    if ('outcome' in result) return result.outcome;
    const quiet = letters.has('s') && !letters.has('S');
    const failure = failureOf(result, address.host, address.port, timeout, letters.has('f'));
    if (failure && !quiet) say(`curl: (${failure.code}) ${failure.text}\n`);
    if ('status' in result && !(failure && letters.has('f'))) print(machine, process, result, letters, values);
    writeOut(machine, process, values.get('w'), 'status' in result ? result.status : 0);
    return { exit: failure?.code ?? 0 };
  },
};

function failureOf(
  result: Fetch,
  host: string,
  port: number,
  timeout: number,
  fail: boolean,
): { code: number; text: string } | undefined {
  if ('status' in result)
    return fail && result.status >= 400
      ? { code: 22, text: `The requested URL returned error: ${result.status}` }
      : undefined;
  switch (result.error) {
    case 'bad address':
      return { code: 6, text: `Could not resolve host: ${host}` };
    case 'closed':
      return { code: 52, text: 'Empty reply from server' };
    case 'timeout':
      return { code: 28, text: `Connection timed out after ${timeout} milliseconds` };
    case 'connection refused':
      return { code: 7, text: `Failed to connect to ${host} port ${port} after 0 ms: Could not connect to server` };
  }
}

function print(
  machine: Machine,
  process: Process,
  { status, body }: { status: number; body: string },
  letters: ReadonlySet<string>,
  values: ReadonlyMap<string, string>,
): Outcome | undefined {
  const headers = `HTTP/1.1 ${status} ${reasonOf(status)}\r\nContent-Length: ${body.length}\r\n\r\n`;
  const withHeaders = letters.has('i') || letters.has('I');
  const text = (withHeaders ? headers : '') + (letters.has('I') ? '' : body);
  const file = values.get('o');
  if (file === undefined) write(machine, process, 1, text);
  else writeText(machine, absolutePath(process.directory, file), text);
  return undefined;
}

function writeOut(machine: Machine, process: Process, format: string | undefined, status: number): void {
  if (format === undefined) return;
  const code = String(status).padStart(3, '0');
  write(
    machine,
    process,
    1,
    unescapeText(format.replaceAll('%{http_code}', code).replaceAll('%{response_code}', code)).text,
  );
}
