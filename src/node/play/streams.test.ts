import { describe, expect, it, test } from 'vitest';
import { playScenario } from './play.ts';
import type { Scenario } from './scenario.ts';

const node = {
  metadata: { name: 'node-1', labels: {} },
  spec: { podCIDR: '10.244.0.0/24' },
  status: {
    allocatable: { cpu: '2', memory: '4Gi', pods: '110' },
    capacity: { cpu: '2', memory: '4Gi', pods: '110' },
    addresses: [{ type: 'InternalIP', address: '192.0.2.2' }],
  },
};

/** What each command of a scenario printed and how it ended. */
async function play(steps: Scenario['steps'], seconds = 30) {
  const images = { 'nginx:1.27': 'present', 'busybox:1.36': 'present' } as const;
  const { commands } = await playScenario({
    name: 'test',
    for: `${seconds}s`,
    steps,
    environment: { nodes: [node], images, pullSeconds: 0.03 },
  });
  return commands.map(({ stdout = '', stderr = '', exit }) => ({ stdout, stderr, exit }));
}

/** A Pod that counts seconds. */
const counter = 'run count --image=busybox:1.36 -- sh -c "i=0; while true; do echo $i; i=$((i+1)); sleep 1; done"';
const pair = `apiVersion: v1
kind: Pod
metadata: {name: pair, labels: {app: pair}}
spec:
  containers:
  - {name: one, image: 'busybox:1.36', command: [sh, -c, 'echo one; sleep 100']}
  - {name: two, image: 'busybox:1.36', command: [sh, -c, 'echo two; sleep 100']}
`;

describe('kubectl logs', () => {
  it('takes the newest lines, those since a time, with their times, and the first bytes', async () => {
    const [, tail, since, limit, times, both] = await play([
      { at: '0s', kubectl: counter },
      { at: '12s', kubectl: 'logs count --tail=2' },
      { at: '12s', kubectl: 'logs count --since=3s' },
      { at: '12s', kubectl: 'logs count --limit-bytes=3' },
      { at: '12s', kubectl: 'logs count --tail=1 --timestamps' },
      { at: '12s', kubectl: 'logs count --since=1h --since-time=2026-01-01T00:00:00Z' },
    ]);
    expect(tail?.stdout).toMatch(/^\d+\n\d+\n$/);
    expect(since?.stdout.trim().split('\n')).toHaveLength(3);
    expect(limit?.stdout).toBe('0\n1');
    expect(times?.stdout).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z \d+\n$/);
    expect(both?.stderr).toBe('error: at most one of `sinceTime` or `sinceSeconds` may be specified\n');
  });

  it('follows until it is interrupted, and attach sees only what comes', async () => {
    const [, followed, attached] = await play(
      [
        { at: '0s', kubectl: counter },
        { at: '5s', kubectl: 'logs -f count --tail=1', background: true },
        { at: '5.5s', kubectl: 'attach count', background: true },
      ],
      10,
    );
    const numbers = (text = '') => text.trim().split('\n').map(Number);
    // Both begin after some seconds, miss nothing from then on and are there at the end.
    for (const heard of [numbers(followed?.stdout), numbers(attached?.stdout)]) {
      const [first = 0] = heard;
      expect(first).toBeGreaterThan(2);
      expect(heard).toEqual(Array.from({ length: 10 - first }, (_none, index) => first + index));
    }
    expect(attached?.stderr).toContain("If you don't see a command prompt, try pressing enter.\n");
  });

  it('ends to follow where the container ends', async () => {
    const [, followed] = await play([
      { at: '0s', kubectl: 'run short --image=busybox:1.36 --restart=Never -- sh -c "echo a; sleep 3; echo b"' },
      { at: '2s', kubectl: 'logs -f short' },
    ]);
    expect(followed).toEqual({ stdout: 'a\nb\n', stderr: '', exit: 0 });
  });

  it('reads all containers of the Pods of a selector, and follows only so many', async () => {
    const [, all, many] = await play([
      { at: '0s', kubectl: 'apply -f -', stdin: pair },
      { at: '4s', kubectl: 'logs -l app=pair --all-containers --prefix' },
      { at: '5s', kubectl: 'logs -l app=pair --all-containers -f --max-log-requests=1' },
    ]);
    expect(all?.stdout).toBe('[pod/pair/one] one\n[pod/pair/two] two\n');
    expect(many?.stderr).toBe(
      'error: you are attempting to follow 2 log streams, but maximum allowed concurrency is 1, use --max-log-requests to increase the limit\n',
    );
  });
});

test('kubectl exec -i gives its standard input to the command', async () => {
  const [, said] = await play([
    { at: '0s', kubectl: counter },
    { at: '3s', kubectl: 'exec -i count -- sh', stdin: 'x=hello\necho $x $(hostname)\nexit 4\n' },
  ]);
  expect(said).toEqual({ stdout: 'hello count\n', stderr: 'command terminated with exit code 4\n', exit: 4 });
});

describe('kubectl cp', () => {
  it('carries a file into a container and out again', async () => {
    const results = await play([
      { at: '0s', kubectl: counter },
      { at: '3s', kubectl: 'cp page.html count:/tmp', files: { 'page.html': "it's\nhere\n" } },
      { at: '4s', kubectl: 'exec count -- cat /tmp/page.html' },
      { at: '5s', kubectl: 'cp count:/tmp/page.html copy.html' },
      { at: '6s', kubectl: 'cp copy.html count:/tmp/other' },
      { at: '7s', kubectl: 'exec count -- cat /tmp/other' },
      { at: '8s', kubectl: 'cp count:/tmp/none x' },
    ]);
    expect(results.map(({ stdout }) => stdout).slice(1)).toEqual(['', "it's\nhere\n", '', '', "it's\nhere\n", '']);
    expect(results.at(-1)?.stderr).toContain("tar: can't stat /tmp/none: No such file or directory\n");
  });

  // As the real one says it (recorded with an API server alone).
  test.each([
    ['cp', 'error: source and destination are required\n'],
    ['cp a b', 'error: one of src or dest must be a remote file specification\n'],
    ['cp missing web:/tmp', "error: missing doesn't exist in local filesystem\n"],
    ['cp web:/a two:/b', 'error: one of src or dest must be a local file specification\n'],
    ['attach', 'error: at least 1 argument is required for attach\n'],
    ['attach nope', 'Error from server (NotFound): pods "nope" not found\n'],
    [
      'port-forward web',
      "error: TYPE/NAME and list of ports are required for port-forward\nSee 'kubectl port-forward -h' for help and examples\n",
    ],
    ['port-forward svc/nope 8080:80', 'Error from server (NotFound): services "nope" not found\n'],
  ])('%s is refused', async (line, stderr) => {
    expect(await play([{ at: '0s', kubectl: line }], 2)).toEqual([{ stdout: '', stderr, exit: 1 }]);
  });
});

test('kubectl port-forward forwards until it is interrupted', async () => {
  const web = 'run web --image=nginx:1.27 --port=80 --expose';
  const results = await play([
    { at: '0s', kubectl: web },
    { at: '1s', kubectl: 'port-forward web abc' },
    { at: '3s', kubectl: 'port-forward web 8080:80', background: true },
    { at: '3s', kubectl: 'port-forward svc/web 9090:80', background: true },
    { at: '4s', kubectl: 'port-forward svc/web 8080:99' },
    { at: '4s', kubectl: 'port-forward web 99999:80' },
    { at: '10s', kubectl: 'delete pod web' },
  ]);
  const [, named, forwarded, service, noPort, tooHigh] = results;
  expect(named?.stderr).toBe("error: Pod 'web' does not have a named port 'abc'\n");
  expect(forwarded).toEqual({
    stdout: 'Forwarding from 127.0.0.1:8080 -> 80\nForwarding from [::1]:8080 -> 80\n',
    stderr: 'error: lost connection to pod\n',
    exit: 1,
  });
  expect(service?.stdout).toContain('127.0.0.1:9090 -> 80\n');
  expect(noPort?.stderr).toBe('error: Service web does not have a service port 99\n');
  expect(tooHigh?.stderr).toBe(
    'error: error parsing local port \'99999\': strconv.ParseUint: parsing "99999": value out of range\n',
  );
});
