import { read, write } from '../processes/descriptors.ts';
import { sleepFor } from '../processes/kernel.ts';
import type { Connection, Machine } from '../processes/machine.ts';
import type { Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { plainAnswer } from './redisProtocol.ts';

/** The value of `-h NAME`, `-hNAME` or `--host=NAME`. */
function optionValue(args: readonly string[], short: string, long: string): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === `-${short}` || arg === `--${long}`) return args[index + 1];
    if (arg.startsWith(`--${long}=`)) return arg.slice(long.length + 3);
    if (arg.startsWith(`-${short}`) && arg.length > 2 && !arg.startsWith('--')) return arg.slice(2);
  }
  return undefined;
}

/** Connects once; a connection that nobody answers takes `patience` milliseconds. `say` makes exit code and text of it. */
const client = (
  port: number,
  patience: number,
  finish: (machine: Machine, process: Process, connection: Connection, host: string, port: number) => number,
): Program => ({
  run(machine, process) {
    const { arguments: args } = process;
    const host = optionValue(args, 'h', 'host') ?? process.environment.get('PGHOST') ?? '127.0.0.1';
    const wanted = Number(optionValue(args, 'p', 'port') ?? port) || port;
    const connection = machine.connect(host, wanted);
    if ('error' in connection && connection.error === 'timeout' && process.memory === undefined) {
      process.memory = { waited: true };
      return { wait: sleepFor(machine, process, patience) };
    }
    return { exit: finish(machine, process, connection, host, wanted) };
  },
});

/** Whether PostgreSQL accepts connections: 0, or 2 where nobody answers. */
export const pgIsReady = client(5432, 3000, (machine, process, connection, host, port) => {
  const isOpen = !('error' in connection);
  const place = process.arguments.some((arg) => arg.startsWith('-h') || arg.startsWith('--host'))
    ? host
    : '/var/run/postgresql';
  write(machine, process, 1, `${place}:${port} - ${isOpen ? 'accepting connections' : 'no response'}\n`);
  return isOpen ? 0 : 2;
});

/** SQL is not simulated: psql tells whether the server is there, and refuses the rest. */
export const psql = client(5432, 3000, (machine, process, connection, host, port) => {
  if (!('error' in connection)) {
    write(machine, process, 2, 'psql: SQL is not simulated by Podarium\n');
    return 1;
  }
  const what =
    connection.error === 'bad address'
      ? `could not translate host name "${host}" to address: Name or service not known`
      : `connection to server at "${host}", port ${port} failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?`;
  write(machine, process, 2, `psql: error: ${what}\n`);
  return 2;
});

/** `mysqladmin ping` and `status`; SQL is not simulated. */
export const mysqladmin = client(3306, 10_000, (machine, process, connection, host) => {
  const { arguments: args } = process;
  if ('error' in connection) {
    write(
      machine,
      process,
      2,
      `mysqladmin: connect to server at '${host}' failed\nerror: 'Can't connect to MySQL server on '${host}:3306' (111)'\nCheck that mysqld is running on ${host} and that the port is 3306.\n`,
    );
    return 1;
  }
  if (args.includes('ping')) {
    write(machine, process, 1, 'mysqld is alive\n');
    return 0;
  }
  write(machine, process, 2, 'mysql: SQL is not simulated by Podarium\n');
  return 1;
});

/** `redis-cli [-h HOST] [-p PORT] COMMAND...`; without a command each line of its input is one. */
export const redisCli: Program = {
  run(machine, process) {
    const args = [...process.arguments];
    let host = '127.0.0.1';
    let port = 6379;
    while (args[0]?.startsWith('-')) {
      const option = args.shift();
      if (option === '-h') host = args.shift() ?? host;
      else if (option === '-p') port = Number(args.shift());
      else if (option === '-a' || option === '-n') args.shift();
    }
    const connection = machine.connect(host, port);
    if ('error' in connection) {
      const why =
        connection.error === 'bad address'
          ? 'Name or service not known'
          : connection.error === 'timeout'
            ? 'Connection timed out'
            : 'Connection refused';
      write(machine, process, 2, `Could not connect to Redis at ${host}:${port}: ${why}\n`);
      return { exit: 1 };
    }
    if (args.length > 0) {
      write(machine, process, 1, plainAnswer(connection.say(args.join(' '))));
      return { exit: 0 };
    }
    const input = read(machine, process, 0);
    if ('wait' in input) return { wait: input.wait };
    if ('end' in input) return { exit: 0 };
    for (const line of input.text.split('\n'))
      if (line.trim() !== '') write(machine, process, 1, plainAnswer(connection.say(line)));
    return { yield: true };
  },
};
