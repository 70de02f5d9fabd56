import type { Node, Stored } from '../../../api/objects.ts';
import { toBytes } from '../../../api/quantity.ts';
import { getObject } from '../../world/store.ts';
import type { Machine } from '../processes/machine.ts';
import { smallProgram } from '../work.ts';

const capacity = ({ world, node }: Machine, resource: string, fallback: string): string =>
  String(getObject<Stored<Node>>(world.store, 'nodes', node)?.status?.capacity?.[resource] ?? fallback);

function memoryUsed(machine: Machine): number {
  let sum = 0;
  for (const process of machine.container.processes.values())
    sum += machine.programOf(process.program)?.memory?.(machine, process) ?? smallProgram;
  return Math.round(sum);
}

/** The processor quota of a cgroup, in microseconds of a tenth of a second. */
const processorMost = ({ container }: Machine): string =>
  `${container.config.cpuLimit === undefined ? 'max' : container.config.cpuLimit * 100} 100000\n`;

const files: Readonly<Record<string, (machine: Machine) => string>> = {
  '/proc/loadavg': ({ container }) => `0.08 0.05 0.01 1/${container.processes.size} ${container.nextProcess - 1}\n`,
  '/proc/uptime': ({ world, container }) =>
    `${((world.now - (container.startedAt ?? world.now)) / 1000).toFixed(2)} 0.00\n`,
  '/proc/version': () => 'Linux version 6.12.0 (gcc 14.2.0) #1 SMP PREEMPT_DYNAMIC\n',
  '/proc/meminfo': (machine) => {
    const total = Math.floor(toBytes(capacity(machine, 'memory', '8Gi')) / 1024);
    const row = (name: string, kibibytes: number): string =>
      `${`${name}:`.padEnd(16)}${String(Math.floor(kibibytes)).padStart(8)} kB\n`;
    return (
      row('MemTotal', total) + row('MemFree', total * 0.7) + row('MemAvailable', total * 0.9) + row('SwapTotal', 0)
    );
  },
  '/proc/cpuinfo': (machine) =>
    Array.from(
      { length: Math.ceil(Number(capacity(machine, 'cpu', '4'))) || 4 },
      (_none, index) => `processor\t: ${index}\nmodel name\t: Podarium virtual CPU\n\n`,
    ).join(''),
  '/sys/fs/cgroup/memory.max': ({ container }) => `${container.config.memoryLimit ?? 'max'}\n`,
  '/sys/fs/cgroup/memory.current': (machine) => `${memoryUsed(machine)}\n`,
  '/sys/fs/cgroup/cpu.max': processorMost,
  '/sys/fs/cgroup/pids.current': ({ container }) => `${container.processes.size}\n`,
};

/** `/proc/PID/comm`, `cmdline` and `environ` of a process that runs. */
function processFile(path: string): ((machine: Machine) => string) | undefined {
  const [, id, name] = /^\/proc\/(\d+)\/(comm|cmdline|environ)$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  return ({ container }) => {
    const process = container.processes.get(Number(id));
    if (!process) return '';
    if (name === 'environ') return [...process.environment].map(([key, value]) => `${key}=${value}\0`).join('');
    const words = process.program === 'server' ? process.arguments : [process.program, ...process.arguments];
    return name === 'comm' ? `${words[0] ?? ''}\n` : words.map((word) => `${word}\0`).join('');
  };
}

/** What the kernel tells at a path of /proc or /sys, made as it is read; undefined where it is none of these. */
export function kernelFile(path: string): ((machine: Machine) => string) | undefined {
  return files[path] ?? processFile(path);
}
