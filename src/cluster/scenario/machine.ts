import type { NodeToAdd } from '../kubelet/node.ts';

/** What may be asked for of a machine; the rest is as of a usual one. */
export interface MachineOptions {
  name?: string;
  labels?: Record<string, string>;
  taints?: NonNullable<NodeToAdd['taints']>;
  /** Cores. */
  cpu?: number;
  memoryGi?: number;
  pods?: number;
}

const mebi = 1024;
/** What the kubelet keeps free of memory before it evicts. Source: evictionHard memory.available. */
const evictionMemoryKi = 100 * mebi;
const diskGi = 100;
const zones = ['zone-a', 'zone-b', 'zone-c'];

/** Machine number `index` (from 0) of a cluster: 4 cores, 8 Gi, 110 Pods, in one of three zones. */
export function machine(
  index: number,
  { name = `node-${index + 1}`, labels, taints, cpu = 4, memoryGi = 8, pods = 110 }: MachineOptions = {},
): NodeToAdd {
  const memoryKi = memoryGi * mebi * mebi;
  const shared = { cpu: String(cpu), 'hugepages-1Gi': '0', 'hugepages-2Mi': '0', pods: String(pods) };
  const number = index + 1;
  return {
    name,
    labels: {
      'beta.kubernetes.io/arch': 'amd64',
      'beta.kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/os': 'linux',
      'topology.kubernetes.io/region': 'region-1',
      'topology.kubernetes.io/zone': zones[index % zones.length] ?? '',
      ...labels,
    },
    ...(taints && { taints }),
    capacity: { ...shared, memory: `${memoryKi}Ki`, 'ephemeral-storage': `${diskGi}Gi` },
    // Nine tenths of the disk, in bytes, as the kubelet says it.
    allocatable: {
      ...shared,
      memory: `${memoryKi - evictionMemoryKi}Ki`,
      'ephemeral-storage': String(Math.floor(diskGi * mebi ** 3 * 0.9)),
    },
    podCIDR: `10.${244 + (number >> 8)}.${number & 255}.0/24`,
    addresses: [
      { type: 'InternalIP', address: `192.168.${Math.floor(number / 200)}.${10 + (number % 200)}` },
      { type: 'Hostname', address: name },
    ],
  };
}
