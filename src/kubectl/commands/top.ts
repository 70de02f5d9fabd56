import type { Node } from '../../api/objects.ts';
import { toBytes, toMillicores } from '../../api/quantity.ts';
import { CommandError, mistake } from '../errors.ts';
import type { Given } from '../flags.ts';
import { alignTable } from '../output/table.ts';
import { askJson } from '../raw.ts';
import { askList, type Session } from '../session.ts';
import { type Command, common } from './command.ts';

// Usage as metrics-server tells it. Source: k8s.io/kubectl pkg/cmd/top, pkg/metricsutil.

interface Usage {
  cpu: string;
  memory: string;
}
interface Metrics {
  metadata: { name: string; namespace?: string };
  usage?: Usage;
  containers?: { name: string; usage: Usage }[];
}
interface Row {
  names: string[];
  /** Millicores and bytes. */
  cpu: number;
  memory: number;
}

const base = '/apis/metrics.k8s.io/v1beta1';
const flags = [
  common.selector,
  { name: 'sort-by', kind: 'text' },
  { name: 'no-headers', kind: 'bool' },
  { name: 'use-protocol-buffers', kind: 'bool' },
] as const;

export const topPods: Command = {
  name: 'top pod',
  aliases: ['pods', 'po'],
  flags: [
    ...flags,
    common.allNamespaces,
    common.fieldSelector,
    { name: 'containers', kind: 'bool' },
    { name: 'sum', kind: 'bool' },
  ],
  async run(session, { args: [name], flags }) {
    checkSort(flags);
    const everywhere = flags.is('all-namespaces');
    const found = await metricsOf(session, everywhere ? 'pods' : `namespaces/${session.namespace}/pods`, name, flags);
    if (found.length === 0) return nothingFound(session, everywhere);
    const byContainer = flags.is('containers');
    const rows = found.flatMap(({ metadata, containers = [] }): Row[] => {
      const names = everywhere ? [metadata.namespace ?? '', metadata.name] : [metadata.name];
      const own = containers.map(({ name: container, usage }) => ({ names: [...names, container], ...numbers(usage) }));
      return byContainer ? own : [{ names, ...sumOf(own) }];
    });
    const titles = [
      ...(everywhere ? ['NAMESPACE'] : []),
      ...(byContainer ? ['POD', 'NAME'] : ['NAME']),
      'CPU(cores)',
      'MEMORY(bytes)',
    ];
    const cells = sorted(rows, flags).map(({ names, cpu, memory }) => [...names, cpuText(cpu), memoryText(memory)]);
    if (flags.is('sum')) {
      const { cpu, memory } = sumOf(rows);
      const blank = titles.slice(0, -2).map(() => '');
      cells.push([...blank, '________', '________'], [...blank, cpuText(cpu), memoryText(memory)]);
    }
    print(session, flags, titles, cells);
    return 0;
  },
};

export const topNodes: Command = {
  name: 'top node',
  aliases: ['nodes', 'no'],
  flags: [...flags, { name: 'show-capacity', kind: 'bool' }],
  async run(session, { args: [name], flags }) {
    checkSort(flags);
    const found = await metricsOf(session, 'nodes', name, flags);
    const nodes = (await askList(session, 'nodes', {})) as unknown as Node[];
    if (found.length === 0) throw mistake('metrics not available yet');
    const rows = found.map(({ metadata, usage }) => ({ names: [metadata.name], ...numbers(usage) }));
    const cells = sorted(rows, flags).map(({ names: [name = ''], cpu, memory }) => {
      const { status } = nodes.find((node) => node.metadata?.name === name) ?? {};
      const total = (flags.is('show-capacity') ? status?.capacity : status?.allocatable) ?? {};
      const share = (used: number, all: number) => `${all > 0 ? Math.trunc((used / all) * 100) : 0}%`;
      return [
        name,
        cpuText(cpu),
        share(cpu, toMillicores(total.cpu ?? '0')),
        memoryText(memory),
        share(memory, toBytes(total.memory ?? '0')),
      ];
    });
    print(session, flags, ['NAME', 'CPU(cores)', 'CPU(%)', 'MEMORY(bytes)', 'MEMORY(%)'], cells);
    return 0;
  },
};

/** Source: kubectl asks discovery for the group first. */
async function ask<T>(session: Session, path: string): Promise<T> {
  const { code, contentType } = await session.client.raw(path);
  if (code === 404 && contentType === 'text/plain') throw mistake('Metrics API not available');
  return askJson<T>(session, path);
}

async function metricsOf(session: Session, path: string, name: string | undefined, flags: Given): Promise<Metrics[]> {
  const selector = flags.text('selector');
  if (name !== undefined) {
    if (selector !== undefined) throw mistake('only one of NAME or --selector can be provided');
    return [await ask<Metrics>(session, `${base}/${path}/${name}`)];
  }
  const query = selector === undefined ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
  return (await ask<{ items: Metrics[] }>(session, `${base}/${path}${query}`)).items;
}

/** Where there are Pods, their figures are still to come. */
async function nothingFound(session: Session, everywhere: boolean): Promise<number> {
  const pods = await askList(session, 'pods', everywhere ? {} : { namespace: session.namespace });
  if (pods.length > 0) throw mistake('metrics not available yet');
  session.err(everywhere ? 'No resources found\n' : `No resources found in ${session.namespace} namespace.\n`);
  return 0;
}

function checkSort(flags: Given): void {
  const key = flags.text('sort-by');
  if (key !== undefined && key !== 'cpu' && key !== 'memory')
    throw new CommandError('error: --sort-by accepts only cpu or memory\n');
}

function sorted(rows: readonly Row[], flags: Given): Row[] {
  const key = flags.text('sort-by') as 'cpu' | 'memory' | undefined;
  const byName = (a: Row, b: Row) => (a.names.join('/') < b.names.join('/') ? -1 : 1);
  return [...rows].sort((a, b) => (key ? b[key] - a[key] : 0) || byName(a, b));
}

const numbers = (usage: Usage = { cpu: '0', memory: '0' }) => ({
  cpu: Number.parseInt(usage.cpu, 10) / (usage.cpu.endsWith('n') ? 1e6 : 1),
  memory: toBytes(usage.memory),
});
const sumOf = (rows: readonly Pick<Row, 'cpu' | 'memory'>[]) => ({
  cpu: rows.reduce((sum, { cpu }) => sum + cpu, 0),
  memory: rows.reduce((sum, { memory }) => sum + memory, 0),
});
const cpuText = (millicores: number): string => `${Math.ceil(millicores)}m`;
const memoryText = (bytes: number): string => `${Math.trunc(bytes / 2 ** 20)}Mi`;

/** Every cell ends with a tab, the last too: blanks stand at the ends of the lines. */
function print(session: Session, flags: Given, titles: string[], cells: readonly string[][]): void {
  const rows = flags.is('no-headers') ? cells : [titles, ...cells];
  session.out(alignTable(rows.map((row) => [...row, ''])));
}
