import { read, write } from '../processes/descriptors.ts';
import { listen, sleepFor } from '../processes/kernel.ts';
import type { Connection, Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { connectTimeout, reasonOf } from './fetch.ts';
import { options } from './options.ts';

/** Sends each line of its input as far as the server's protocol is simulated: HTTP's `GET`, the commands of redis. */
function converse(machine: Machine, process: Process, connection: Open): Outcome {
  for (;;) {
    const input = read(machine, process, 0);
    if ('wait' in input) return { wait: input.wait };
    if ('end' in input) return { exit: 0 };
    const get = /^(?:GET|HEAD) (\S+)/.exec(input.text);
    if (get) {
      const answer = connection.request(get[1] ?? '/');
      if ('error' in answer) return { exit: 1 };
      const head = `HTTP/1.1 ${answer.status} ${reasonOf(answer.status)}\r\nContent-Length: ${answer.body.length}\r\n\r\n`;
      write(machine, process, 1, head + answer.body);
      continue;
    }
    for (const line of input.text.split('\n')) {
      if (line.trim() === '') continue;
      const said = connection.say(line);
      if (said === 'closed') return { exit: 0 };
      write(machine, process, 1, said);
    }
  }
}

type Open = Extract<Connection, { open: true }>;

/** `nc HOST PORT` sends its input, `-z` only asks whether somebody listens; `nc -l -p PORT` (or `-lk`) listens and answers nothing. */
export const nc: Program = {
  run(machine, process) {
    const { letters, values, rest } = options(process.arguments, 'zvlkn', 'pwie');
    const say = (text: string): void => write(machine, process, 2, text);
    if (process.memory === 'timeout') {
      say('nc: timed out\n');
      return { exit: 1 };
    }
    if (letters.has('l')) {
      if (process.memory === 'listening') return { wait: { for: 'signal' } };
      const port = Number(values.get('p') ?? rest.at(-1));
      if (!Number.isInteger(port) || !listen(machine, process, port)) {
        say('nc: bind: Address already in use\n');
        return { exit: 1 };
      }
      process.memory = 'listening';
      return { wait: { for: 'signal' } };
    }
    const [host = '', port = ''] = rest;
    const connection = machine.connect(host, Number(port));
    if (!('error' in connection)) {
      if (letters.has('v')) say(`${host} (${connection.ip}:${port}) open\n`);
      return letters.has('z') ? { exit: 0 } : converse(machine, process, connection);
    }
    if (connection.error === 'timeout') {
      process.memory = 'timeout';
      const seconds = values.get('w');
      return { wait: sleepFor(machine, process, seconds === undefined ? connectTimeout : Number(seconds) * 1000) };
    }
    if (connection.error === 'bad address') say(`nc: bad address '${host}'\n`);
    else if (letters.has('v')) say(`nc: ${host} (${connection.ip}:${port}): Connection refused\n`);
    return { exit: 1 };
  },
};
