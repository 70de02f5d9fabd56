import { toTimestamp } from '../../../api/time.ts';
import { resolve } from '../../network/route.ts';
import { write } from '../processes/descriptors.ts';
import { endProcess, listen, sleepFor } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program, ServerAnswer } from '../processes/program.ts';
import { signals } from '../processes/signals.ts';
import type { Process } from '../state.ts';
import { secondsOf } from './sleep.ts';

interface Agnhost {
  since: number;
}

/** The value of `--name VALUE` or `--name=VALUE`. */
export function flagOf(args: readonly string[], name: string): string | undefined {
  const index = args.findIndex((arg) => arg.replace(/^--?/, '').split('=')[0] === name && arg.startsWith('-'));
  if (index < 0) return undefined;
  const arg = args[index] ?? '';
  return arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : args[index + 1];
}

/**
 * The test server of Kubernetes' end-to-end tests: `netexec`, `serve-hostname`, `liveness`, `pause`, `connect`,
 * `dns-suffix`. Source: test/images/agnhost.
 */
export const agnhost: Program = {
  run(machine, process) {
    const [command = 'pause', ...args] = process.arguments;
    if (process.memory !== undefined) return goOn(machine, process, command, args);
    process.memory = { since: machine.world.now } satisfies Agnhost;
    switch (command) {
      case 'pause':
        write(machine, process, 1, 'Paused\n');
        return { wait: { for: 'signal' } };
      case 'netexec':
        return serve(machine, process, Number(flagOf(args, 'http-port') ?? 8080), 'Started HTTP server on port');
      case 'serve-hostname':
        return serve(machine, process, Number(flagOf(args, 'port') ?? 9376), 'Serving on port');
      case 'liveness':
        return serve(machine, process, 8080, undefined);
      case 'connect':
        return connect(machine, process, args);
      case 'dns-suffix':
        write(
          machine,
          process,
          1,
          `${machine.container.config.namespace}.svc.cluster.local,svc.cluster.local,cluster.local`,
        );
        return { exit: 0 };
      default:
        write(machine, process, 2, `Error: agnhost ${command} is not simulated by Podarium\n`);
        return { exit: 1 };
    }
  },
  handles: (process, signal) => signal === signals.TERM && process.arguments[0] !== 'liveness',
  respond(machine, process, { path }) {
    const [command = 'pause'] = process.arguments;
    const { since } = process.memory as Agnhost;
    if (command === 'serve-hostname') return plain(200, machine.hostname);
    if (command === 'liveness') return liveness(machine.world.now - since, path);
    return netexec(machine, process, path);
  },
};

const plain = (status: number, body: string): ServerAnswer => ({ status, body, latency: 1 });

/** Healthy for ten seconds, then not any more: the classic example of a liveness probe. */
function liveness(age: number, path: string): ServerAnswer {
  if (path.split('?')[0] !== '/healthz') return plain(404, '404 page not found\n');
  return age > 10_000 ? plain(500, `error: ${(age / 1000).toFixed(3)}`) : plain(200, 'ok');
}

function netexec(machine: Machine, process: Process, path: string): ServerAnswer {
  const [plainPath = '/', query = ''] = path.split('?');
  const parameters = new Map(query.split('&').map((pair) => pair.split('=') as [string, string]));
  switch (plainPath) {
    case '/':
      return plain(200, `NOW: ${toTimestamp(machine.world.now)}`);
    case '/hostname':
    case '/hostName':
      return plain(200, machine.hostname);
    case '/healthz':
      return plain(200, '');
    case '/clientip':
      return plain(200, machine.sandbox.ip);
    case '/echo':
      return plain(
        Number(parameters.get('code') ?? 200),
        decodeURIComponent((parameters.get('msg') ?? '').replaceAll('+', ' ')),
      );
    case '/exit':
      endProcess(machine, process, Number(parameters.get('code') ?? 0) & 255);
      return plain(200, '');
    default:
      return plain(404, '404 page not found\n');
  }
}

function serve(machine: Machine, process: Process, port: number, greeting: string | undefined): Outcome {
  if (!listen(machine, process, port)) {
    write(machine, process, 2, `listen tcp :${port}: bind: address already in use\n`);
    return { exit: 1 };
  }
  if (greeting) write(machine, process, 1, `${greeting} ${port}\n`);
  return { wait: { for: 'signal' } };
}

function connect(machine: Machine, process: Process, args: readonly string[]): Outcome {
  const target = args.find((arg) => /:\d+$/.test(arg)) ?? '';
  const colon = target.lastIndexOf(':');
  const host = target.slice(0, colon);
  if (resolve(machine.world, host, machine.container.config.namespace) === undefined)
    return tell(machine, process, 'DNS: no such host');
  const connection = machine.connect(host, Number(target.slice(colon + 1)));
  if (!('error' in connection)) return { exit: 0 };
  if (connection.error !== 'timeout') return tell(machine, process, 'REFUSED');
  return { wait: sleepFor(machine, process, (secondsOf(flagOf(args, 'timeout') ?? '60s') ?? 60) * 1000) };
}

function tell(machine: Machine, process: Process, what: string): Outcome {
  write(machine, process, 2, `${what}\n`);
  return { exit: 1 };
}

function goOn(machine: Machine, process: Process, command: string, args: readonly string[]): Outcome {
  if (command === 'connect') return tell(machine, process, 'TIMEOUT');
  if (process.signals.length === 0) return { wait: { for: 'signal' } };
  // netexec waits for its --delay-shutdown before it ends.
  process.signals = [];
  const delay = Number(flagOf(args, 'delay-shutdown') ?? 0);
  if (delay === 0 || command !== 'netexec') return { exit: 0 };
  return { wait: sleepFor(machine, process, delay * 1000) };
}

/** `http-echo -text=TEXT -listen=:5678`: answers one text to whoever asks. */
export const httpEcho: Program = {
  run(machine, process) {
    if (process.memory !== undefined) return process.signals.length > 0 ? { exit: 0 } : { wait: { for: 'signal' } };
    const text = flagOf(process.arguments, 'text') ?? process.environment.get('ECHO_TEXT');
    if (text === undefined) {
      write(machine, process, 2, 'Missing -text option!\n');
      return { exit: 127 };
    }
    process.memory = { text };
    const port = Number((flagOf(process.arguments, 'listen') ?? ':5678').split(':').at(-1));
    return serve(machine, process, port, '[INFO] server is listening on :');
  },
  handles: (_process, signal) => signal === signals.TERM,
  respond: (_machine, process) => plain(200, `${(process.memory as { text: string }).text}\n`),
};
