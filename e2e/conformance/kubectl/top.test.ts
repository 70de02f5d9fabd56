import { expect, test } from 'vitest';
import { createPod, tank } from '../../../src/cluster/kubelet/testing/tank.ts';
import { kubectl } from '../../../src/kubectl/kubectl.ts';
import { createDriver } from '../../../src/node/play/driver.ts';

function terminal(world = tank()) {
  const driver = createDriver(world, { still: false, afterEach: () => undefined });
  const say = async (line: string): Promise<string> => {
    let said = '';
    await kubectl(driver.client, { line, write: (_stream, text) => (said += text) });
    return said;
  };
  return { world, say, wait: (seconds: number) => driver.runTo(world.now + seconds * 1000) };
}

test('kubectl top tells what Pods, their containers and nodes use, once it has been measured', async () => {
  const { world, say, wait } = terminal();
  expect(await say('top pods')).toBe('No resources found in default namespace.\n');
  const loop = ['sh', '-c', 'while true; do :; done'];
  createPod(world, 'web', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
  createPod(world, 'busy', { containers: [{ name: 'loop', image: 'busybox:1.36', command: loop }] });
  await wait(3);
  expect(await say('top pods')).toBe('error: metrics not available yet\n');
  expect(await say('top pod web')).toBe(
    'Error from server (NotFound): podmetrics.metrics.k8s.io "default/web" not found\n',
  );
  await wait(40);
  expect(await say('top pods')).toMatch(
    /^NAME {3}CPU\(cores\) {3}MEMORY\(bytes\) {3}\nbusy {3}(9\d\d|1000)m +0Mi +\nweb {4}1m +\d+Mi +\n$/,
  );
  expect(await say('top pods --sort-by=memory --no-headers')).toMatch(/^web .*\nbusy /);
  expect(await say('top pod busy --containers --no-headers')).toMatch(/^busy {3}loop {3}\d+m +0Mi +\n$/);
  expect(await say('top node')).toMatch(
    /^NAME {5}CPU\(cores\) {3}CPU\(%\) {3}MEMORY\(bytes\) {3}MEMORY\(%\) {3}\nnode-1 {3}10\d\dm +2\d% +6\d\dMi +7% +\n$/,
  );
  expect(await say('top pods --sort-by=name')).toBe('error: --sort-by accepts only cpu or memory\n');
});

test('without a metrics-server there is nothing to be told', async () => {
  const world = tank();
  world.servesMetrics = false;
  expect(await terminal(world).say('top nodes')).toBe('error: Metrics API not available\n');
});
