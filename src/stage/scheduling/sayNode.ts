import { st } from '../../i18n/scheduling.ts';
import type { NodeBox } from '../../scene/scene.ts';
import { nodeTags } from '../../scene/scheduling/nodeTags.ts';
import { useCluster } from '../../store/cluster.ts';
import { roomOf } from './roomOf.ts';

/** What the scheduler goes by of a node, by name: what is free, zone, taints, labels. Empty where it is gone. */
export function nodeRows(box: NodeBox): [name: string, value: string][] {
  const node = useCluster.getState().nodes.get(box.key);
  if (!node) return [];
  const { cpu, memory } = roomOf(box, node);
  const { zone, taints, labels } = nodeTags(node);
  const rows: [string, string | undefined][] = [
    [st('node.cpu'), st('node.freeOf', { free: cpu.free, of: cpu.of })],
    [st('node.memory'), st('node.freeOf', { free: `${memory.free} Gi`, of: `${memory.of} Gi` })],
    [st('node.zone'), zone],
    [st('node.taints'), taints.join(', ')],
    [st('node.labels'), labels.join(', ')],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

/** The same in one line, for the tree. */
export const sayNodeRows = (box: NodeBox): string =>
  nodeRows(box)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
