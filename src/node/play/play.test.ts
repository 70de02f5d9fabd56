import { describe, expect, it } from 'vitest';
import { playScenario } from './play.ts';
import { milliseconds, readScenario, type Scenario } from './scenario.ts';

const node = (name: string) => ({
  metadata: { name, labels: {} },
  spec: { podCIDR: '10.244.0.0/24' },
  status: {
    allocatable: { cpu: '2', memory: '4Gi', pods: '110' },
    capacity: { cpu: '2', memory: '4Gi', pods: '110' },
    addresses: [{ type: 'InternalIP', address: '192.0.2.2' }],
  },
});
const scenario = (steps: Scenario['steps'], more: Partial<Scenario> = {}): Scenario => ({
  name: 'test',
  for: '20s',
  steps,
  environment: { nodes: [node('node-1')], images: { 'nginx:1.27': 'present' }, pullSeconds: 0.03 },
  ...more,
});
const still = { still: true, start: '2026-02-03T04:05:06Z' };

describe('play', () => {
  it('gives the same recording for the same seed, and others for others', async () => {
    const three = scenario([{ at: '0s', kubectl: 'create deployment web --image=nginx:1.27 --replicas=3' }]);
    const [first, again, other] = [
      await playScenario(three, 7),
      await playScenario(three, 7),
      await playScenario(three, 8),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first.table.at(-1)).toMatchObject({ ready: '1/1', status: 'Running' });
  });

  it('waits for the end of a command, unless it runs in the background', async () => {
    const { commands } = await playScenario(
      scenario([
        { at: '0s', kubectl: 'run web --image=nginx:1.27' },
        { at: '3s', kubectl: 'delete pod web' },
        { at: '3.1s', kubectl: 'get pods' },
        { at: '5s', kubectl: 'run web --image=nginx:1.27' },
        { at: '8s', kubectl: 'delete pod web', background: true },
        { at: '8.1s', kubectl: 'get pods' },
      ]),
    );
    expect(commands.map(({ t }) => t)).toEqual([0, 3, commands[1]?.end, 5, 8, 8.1]);
    expect(commands[2]?.stderr).toBe('No resources found in t-test namespace.\n');
    expect(commands[5]?.stdout).toContain('Terminating');
  });

  it('interrupts what still runs at the end, as Ctrl-C does', async () => {
    const { commands } = await playScenario(
      scenario([
        { at: '0s', kubectl: 'get pods -w', background: true },
        { at: '1s', kubectl: 'run web --image=nginx:1.27' },
      ]),
    );
    expect(commands[0]).toMatchObject({ kubectl: 'get pods -w', exit: 1, end: 20 });
    const [header, ...rows] = (commands[0]?.stdout ?? '').split('\n');
    expect(header).toBe('NAME   READY   STATUS   RESTARTS   AGE');
    expect(rows).toContain('web    0/1     ContainerCreating   0          0s');
    expect(rows).toContain('web    1/1     Running             0          0s');
  });

  it('follows a log until its container ends', async () => {
    const counting =
      'run web --image=busybox:1.36 --restart=Never -- sh -c "for i in 1 2 3; do echo $i; sleep 2; done"';
    const { commands } = await playScenario(
      scenario(
        [
          { at: '0s', kubectl: counting },
          { at: '2s', kubectl: 'logs -f web' },
        ],
        { environment: { nodes: [node('node-1')], images: { 'busybox:1.36': 'present' } } },
      ),
    );
    expect(commands[1]).toMatchObject({ stdout: '1\n2\n3\n', exit: 0 });
    expect(commands[1]?.end).toBeGreaterThan(5);
  });

  it('puts answers and the time where they are asked for', async () => {
    const { commands } = await playScenario(
      scenario(
        [
          { at: '0s', kubectl: 'create configmap one --from-literal=a=b' },
          {
            at: '2s',
            let: { name: `get cm -l app!=x -o jsonpath='{.items[?(@.data.a=="b")].metadata.name}'` },
            // biome-ignore lint/suspicious/noTemplateCurlyInString: scenarios write placeholders like this
            kubectl: 'annotate cm ${name} at=${now}',
          },
        ],
        { environment: still },
      ),
    );
    expect(commands.at(-1)?.kubectl).toBe('annotate cm one at=2026-02-03T04:05:08Z');
    expect(commands.at(-1)?.stdout).toBe('configmap/one annotated\n');
  });

  it('leaves a still cluster as the commands make it', async () => {
    const uid = '00000000-0000-4000-8000-000000000001';
    const object = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'given',
        namespace: 't-test',
        uid,
        resourceVersion: '1',
        creationTimestamp: '2026-02-03T04:00:06Z',
      },
    };
    const { commands, final } = await playScenario(
      scenario(
        [
          {
            at: '0s',
            files: {
              'web.yaml':
                'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n',
            },
            objects: [object],
          },
          { at: '1s', kubectl: 'apply -f web.yaml' },
          { at: '10s', kubectl: 'get cm given' },
        ],
        { environment: still },
      ),
    );
    expect(commands[1]?.stdout).toBe('NAME    DATA   AGE\ngiven   0      5m10s\n');
    expect(final.pods).toMatchObject([{ metadata: { name: 'web' }, status: { phase: 'Pending' } }]);
  });

  it('does to nodes what a step says, and refuses what is not simulated', async () => {
    const { table } = await playScenario(
      scenario([
        { at: '1s', cluster: { powerOff: ['node-1'] } },
        { at: '2s', kubectl: 'run web --image=nginx:1.27' },
      ]),
    );
    expect(table.at(-1)).toMatchObject({ ready: '0/1', status: 'Pending' });
    const outside = scenario([{ at: '1s', cluster: { outside: [] } as never }]);
    await expect(playScenario(outside)).rejects.toThrow('the fault outside is not simulated');
  });
});

describe('scenario files', () => {
  it('are scenarios, or recordings of them', () => {
    const given = scenario([]);
    expect(readScenario(given)).toBe(given);
    expect(readScenario({ scenario: given, namespace: 'x' })).toBe(given);
    expect(() => readScenario({ steps: [] })).toThrow('a scenario has a name');
  });

  it('say times as numbers of seconds, or with units', () => {
    expect([milliseconds(1.5), milliseconds('250ms'), milliseconds('1m30s')]).toEqual([1500, 250, 90_000]);
    expect(() => milliseconds('soon')).toThrow('no length of time: soon');
  });
});
