import { expect, test } from 'vitest';
import { runUntil } from '../simulation.ts';
import { createPod, podNamed, tank } from './testing/tank.ts';

test('a rule RestartAllContainers lets all begin anew, init containers first', () => {
  const world = tank();
  createPod(world, 'pair', {
    restartPolicy: 'Never',
    volumes: [{ name: 'shared', emptyDir: {} }],
    initContainers: [
      {
        name: 'setup',
        image: 'busybox:1.36',
        command: ['sh', '-c', 'echo x >> /shared/runs'],
        volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
      },
    ],
    containers: [
      {
        name: 'watcher',
        image: 'busybox:1.36',
        command: ['sh', '-c', 'sleep 3; if [ "$(wc -l < /shared/runs)" -lt 2 ]; then exit 42; fi; sleep 3600'],
        volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
        restartPolicy: 'Never',
        restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [42] } }],
      },
      { name: 'worker', image: 'busybox:1.36', command: ['sh', '-c', "trap 'exit 0' TERM; sleep 3600 & wait"] },
    ],
  });
  runUntil(world, world.now + 40_000);
  const { status } = podNamed(world, 'pair') ?? {};
  expect(status?.phase).toBe('Running');
  const counts = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].map(
    ({ name, restartCount, ready }) => ({ name, restartCount, ready }),
  );
  expect(counts).toEqual([
    { name: 'setup', restartCount: 1, ready: true },
    { name: 'watcher', restartCount: 1, ready: true },
    { name: 'worker', restartCount: 1, ready: true },
  ]);
  expect(status?.conditions?.map(({ type }) => type)).not.toContain('AllContainersRestarting');
});
