import { resolve } from '../../network/route.ts';
import { write } from '../processes/descriptors.ts';
import { sleepFor } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';
import { options } from './options.ts';

interface Ping {
  sent: number;
  received: number;
}

/** Echo requests once a second: Pods and nodes that are there answer; a Service's address does not, nobody has it. */
export const ping: Program = {
  run(machine, process) {
    const { values, rest } = options(process.arguments, 'q46', 'cwWsi');
    const [host = ''] = rest;
    const { world, container, sandbox } = machine;
    const named = resolve(world, host, container.config.namespace);
    if (named === undefined) {
      write(machine, process, 2, `ping: bad address '${host}'\n`);
      return { exit: 1 };
    }
    const ip = named.startsWith('127.') ? sandbox.ip : named;
    const isThere = [...world.runtimes.values()].some(
      ({ addresses, hostAddress }) => addresses.has(ip) || hostAddress === ip,
    );
    if (process.memory === undefined) write(machine, process, 1, `PING ${host} (${named}): 56 data bytes\n`);
    process.memory ??= { sent: 0, received: 0 } satisfies Ping;
    const memory = process.memory as Ping;
    const count = Number(values.get('c') ?? Number.POSITIVE_INFINITY);
    if (memory.sent >= count) {
      const lost = Math.round((1 - memory.received / memory.sent) * 100);
      write(
        machine,
        process,
        1,
        `\n--- ${host} ping statistics ---\n${memory.sent} packets transmitted, ${memory.received} packets received, ${lost}% packet loss\n`,
      );
      return { exit: memory.received > 0 ? 0 : 1 };
    }
    if (isThere) {
      write(machine, process, 1, `64 bytes from ${named}: seq=${memory.sent} ttl=64 time=0.080 ms\n`);
      memory.received++;
    }
    memory.sent++;
    const last = memory.sent >= count;
    // For the last answer that does not come it waits longer.
    return { wait: sleepFor(machine, process, last ? (isThere ? 1 : 10_000) : 1000) };
  },
};
