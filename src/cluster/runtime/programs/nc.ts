import { write } from '../processes/descriptors.ts';
import { listen, sleepFor } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';
import { connectTimeout } from './fetch.ts';
import { options } from './options.ts';

/** `nc -z HOST PORT` asks whether somebody listens; `nc -l -p PORT` (or `-lk`) listens and answers nothing. */
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
    if (!letters.has('z')) {
      say('nc: only -z and -l are simulated by Podarium\n');
      return { exit: 1 };
    }
    const connection = machine.connect(host, Number(port));
    if (!('error' in connection)) {
      if (letters.has('v')) say(`${host} (${connection.ip}:${port}) open\n`);
      return { exit: 0 };
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
