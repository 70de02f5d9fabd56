import { expect, it } from 'vitest';
import { nodeRoom, nodeTags } from './nodeTags.ts';

const node = {
  metadata: {
    name: 'node-1',
    labels: {
      'kubernetes.io/hostname': 'node-1',
      'beta.kubernetes.io/os': 'linux',
      'topology.kubernetes.io/zone': 'zone-a',
      'node-role.kubernetes.io/control-plane': '',
      disk: 'ssd',
    },
  },
  spec: { taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' as const }] },
  status: { allocatable: { cpu: '3920m', memory: '8Gi', pods: '110' } },
};

it('tells zone, taints and the labels that somebody gave', () => {
  expect(nodeTags(node)).toEqual({
    zone: 'zone-a',
    taints: ['dedicated=gpu:NoSchedule'],
    labels: ['node-role.kubernetes.io/control-plane', 'disk=ssd'],
  });
});

it('tells what is left beside the Pods that are not finished', () => {
  const pod = (phase: string) => ({
    spec: { containers: [{ name: 'c', resources: { requests: { cpu: '500m', memory: '1536Mi' } } }] },
    status: { phase },
  });
  expect(nodeRoom(node, [pod('Running'), pod('Succeeded')] as never)).toEqual({
    cpu: { free: 3.42, of: 3.92 },
    memory: { free: 6.5, of: 8 },
  });
});
