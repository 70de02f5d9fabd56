import { writeText } from '../files/files.ts';
import { absolutePath, nameOf } from '../files/path.ts';
import { write } from '../processes/descriptors.ts';
import type { Program } from '../processes/program.ts';
import { fetchOnce, parseAddress, reasonOf } from './fetch.ts';
import { options, refuseOption } from './options.ts';

const waitsAnswer = 900_000;

/** busybox's wget: `-q`, `-O FILE` (`-` prints), `-T SECONDS`, `-S`, `--spider`. */
export const wget: Program = {
  run(machine, process) {
    const args = process.arguments.map((arg) => arg.replace(/^--timeout=?/, '-T').replace(/^--quiet$/, '-q'));
    const spider = args.includes('--spider');
    const { letters, values, rest, unknown } = options(
      args.filter((arg) => !arg.startsWith('--')),
      'qcS',
      'OTtUoYP',
    );
    const say = (text: string): void => write(machine, process, 2, text);
    const [url] = rest;
    const address = url === undefined ? undefined : parseAddress(url);
    if (unknown) return { exit: refuseOption({ err: say }, 'wget', unknown) };
    if (!address) {
      say(url === undefined ? 'wget: missing URL\n' : `wget: bad address '${url}'\n`);
      return { exit: 1 };
    }
    if (address.secure) {
      say('wget: https is not simulated by Podarium\n');
      return { exit: 1 };
    }
    const quiet = letters.has('q');
    const first = process.memory === undefined;
    const timeout = values.has('T') ? Number(values.get('T')) * 1000 : waitsAnswer;
    const result = fetchOnce(machine, process, address, timeout);
    if (first && !quiet) say(`Connecting to ${address.host} (${address.host}:${address.port})\n`);
    if ('outcome' in result) return result.outcome;
    if ('error' in result) {
      if (result.error === 'bad address') say(`wget: bad address '${address.host}'\n`);
      else if (result.error === 'closed') say('wget: error getting response\n');
      else if (result.error === 'timeout') say('wget: download timed out\n');
      else say(`wget: can't connect to remote host (${result.ip}): Connection refused\n`);
      return { exit: 1 };
    }
    const line = `HTTP/1.1 ${result.status} ${reasonOf(result.status)}`;
    if (letters.has('S')) say(`  ${line}\n`);
    if (result.status >= 400) {
      say(`wget: server returned error: ${line}\n`);
      return { exit: 1 };
    }
    if (spider) {
      if (!quiet) say('remote file exists\n');
      return { exit: 0 };
    }
    const target = values.get('O') ?? (nameOf(address.path) || 'index.html');
    if (target === '-') {
      write(machine, process, 1, result.body);
      return { exit: 0 };
    }
    const error = writeText(machine, absolutePath(process.directory, target), result.body);
    if (error) say(`wget: can't open '${target}': ${error}\n`);
    else if (!quiet) say(`saving to '${target}'\n'${target}' saved\n`);
    return { exit: error ? 1 : 0 };
  },
};
