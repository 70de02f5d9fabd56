import { expect, test } from 'vitest';
import { playScenario } from './play.ts';

test('kubectl top tells what Pods, their containers and nodes use, once it has been measured', async () => {
  const { commands } = await playScenario({
    name: 'top',
    for: '60s',
    steps: [
      { at: '0s', kubectl: 'top pods' },
      { at: '1s', kubectl: 'run web --image=nginx:1.27' },
      { at: '2s', kubectl: 'run busy --image=busybox:1.36 -- sh -c "while true; do :; done"' },
      { at: '5s', kubectl: 'top pods' },
      { at: '6s', kubectl: 'top pod web' },
      { at: '40s', kubectl: 'top pods' },
      { at: '41s', kubectl: 'top pod -l run=web --containers --no-headers' },
      { at: '42s', kubectl: 'top node' },
    ],
    environment: {
      nodes: [
        {
          metadata: { name: 'node-1', labels: {} },
          spec: { podCIDR: '10.244.0.0/24' },
          status: {
            allocatable: { cpu: '2', memory: '4Gi', pods: '110' },
            capacity: { cpu: '2', memory: '4Gi', pods: '110' },
            addresses: [{ type: 'InternalIP', address: '192.0.2.2' }],
          },
        },
      ],
      images: { 'nginx:1.27': 'present', 'busybox:1.36': 'present' },
    },
  });
  const said = commands.map(({ stdout, stderr }) => stdout + stderr);
  expect(said[0]).toBe('No resources found in t-top namespace.\n');
  expect(said[3]).toBe('error: metrics not available yet\n');
  expect(said[4]).toBe('Error from server (NotFound): podmetrics.metrics.k8s.io "t-top/web" not found\n');
  expect(said[5]).toMatch(
    /^NAME {3}CPU\(cores\) {3}MEMORY\(bytes\) {3}\nbusy {3}(9\d\d|1000)m +0Mi +\nweb {4}1m +\d+Mi +\n$/,
  );
  expect(said[6]).toMatch(/^web {3}web {3}1m {4}\d+Mi +\n$/);
  expect(said[7]).toMatch(
    /^NAME {5}CPU\(cores\) {3}CPU\(%\) {3}MEMORY\(bytes\) {3}MEMORY\(%\) {3}\nnode-1 {3}10\d\dm +5\d% +6\d\dMi +1\d% +\n$/,
  );
});
