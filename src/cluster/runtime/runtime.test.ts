import { describe, expect, it, test } from 'vitest';
import {
  connectionTo,
  createContainer,
  exec,
  httpRequest,
  imagePresent,
  killContainer,
  logs,
  logsSince,
  powerOff,
  readContainerFile,
  startContainer,
  stopContainer,
  usageOf,
  writeVolume,
} from './runtime.ts';
import { createBox, execIn, ipOf, last, node, podUid, run, start } from './testing/box.ts';

describe('first processes', () => {
  const stopped = (command: string[], image = 'busybox:1.36') => {
    const box = createBox();
    const id = start(box, { command, image });
    run(box, 5000);
    const begin = box.world.now;
    stopContainer(box.world, node, id, 5000);
    run(box, 20_000);
    const exited = last(box, 'containerExited');
    return { exitCode: exited?.exitCode, signal: exited?.signal, took: (exited?.at ?? 0) - begin };
  };

  test.each([
    ['sleep ignores SIGTERM', ['sleep', '3600'], 137, 5000],
    ['a shell that waits ignores it too', ['sh', '-c', 'while true; do sleep 1; done'], 137, 5000],
    [
      'a shell with a trap ends after its child',
      ['sh', '-c', "trap 'exit 0' TERM; while true; do sleep 100; done"],
      137,
      5000,
    ],
    [
      'a trap that takes three seconds, a second after the signal',
      ['sh', '-c', "trap 'echo bye; sleep 3; exit 0' TERM; while true; do sleep 1; done"],
      0,
      4000,
    ],
    [
      'a trap that ends a wait at once',
      ['sh', '-c', "trap 'exit 0' TERM; sleep 4 & wait; httpd -f -p 80 -h / & wait"],
      0,
      0,
    ],
  ])('%s', (_name, command, exitCode, took) => {
    const result = stopped(command);
    expect(result).toMatchObject({ exitCode, took, ...(exitCode === 137 && { signal: 9 }) });
  });

  it('nginx ends with 0 soon after', () => {
    expect(stopped([], 'nginx:1.27')).toMatchObject({ exitCode: 0, took: 200 });
  });

  it('a command that does not exist is a StartError', () => {
    const box = createBox();
    const config = {
      podUid,
      podName: 'p',
      namespace: 'd',
      name: 'c',
      image: 'busybox:1.36',
      env: [],
      mounts: [],
      hostNetwork: false,
      attempt: 0,
    };
    const started = (command: string[]) => {
      const created = createContainer(box.world, node, { ...config, command });
      return 'containerID' in created ? startContainer(box.world, node, created.containerID) : created;
    };
    const prefix =
      'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';
    expect(started(['nosuchcommand'])).toEqual({
      ok: false,
      exitCode: 128,
      reason: 'StartError',
      message: `${prefix}exec: "nosuchcommand": executable file not found in $PATH`,
    });
    expect(started(['/bin/none'])).toMatchObject({
      message: `${prefix}exec: "/bin/none": stat /bin/none: no such file or directory`,
    });
    expect(createContainer(box.world, node, { ...config, image: 'redis:6' })).toHaveProperty('error');
  });

  it('is killed for its memory', () => {
    const box = createBox();
    start(box, { command: ['sh', '-c', 'sleep 2; exec tail /dev/zero'], memoryLimit: 50 << 20 });
    run(box, 10_000);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });

  it('killed from outside it ends with 137, and what it ran with it', () => {
    const box = createBox();
    const id = start(box, { command: ['sh', '-c', 'sleep 100 & sleep 200'] });
    exec(box.world, node, id, ['sleep', '50'], { replyTo: 'kubelet', id: 'x', podUid });
    killContainer(box.world, node, id);
    run(box, 300_000);
    expect(box.heard.map(({ type }) => type)).toEqual(['execEnded', 'containerExited']);
  });

  it('costs nothing while it is idle', () => {
    const box = createBox();
    start(box, { image: 'nginx:1.27' });
    start(box, { command: ['sleep', 'infinity'] });
    start(box, { command: ['tail', '-f', '/dev/null'] });
    run(box, 1000);
    expect(box.world.queue.heap).toEqual([]);
  });
});

describe('two containers of a Pod', () => {
  it('talk over localhost', () => {
    const box = createBox();
    const web = start(box, { image: 'nginx:1.27' });
    const client = start(box, {
      command: ['sh', '-c', 'while true; do wget -qO- http://localhost; sleep 3; done'],
      name: 'client',
    });
    run(box, 5000);
    expect(logs(box.world, node, client, { tailLines: 1 })).toBe(
      '<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1></body></html>\n',
    );
    expect(execIn(box, client, ['wget', '-qO-', 'http://localhost:80/healthz'])).toMatchObject({
      stdout: 'ok\n',
      exitCode: 0,
    });
    expect(execIn(box, web, ['hostname'])).toMatchObject({ stdout: 'web\n' });
    expect(execIn(box, web, ['curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', 'localhost/nope'])).toMatchObject({
      stdout: '404',
    });
    expect(execIn(box, client, ['wget', '-qO-', 'localhost:81'])).toMatchObject({
      exitCode: 1,
      stderr: "wget: can't connect to remote host (127.0.0.1): Connection refused\n",
    });
    expect(execIn(box, client, ['nc', '-z', 'nowhere', '80'])).toMatchObject({
      exitCode: 1,
      stderr: "nc: bad address 'nowhere'\n",
    });
  });

  it('cannot have the same port', () => {
    const box = createBox();
    start(box, { image: 'nginx:1.27' });
    const second = start(box, { image: 'nginx:1.27', name: 'second' });
    run(box, 1000);
    expect(last(box, 'containerExited')).toMatchObject({ containerID: second, exitCode: 1 });
    expect(logs(box.world, node, second)).toBe(
      'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\n',
    );
  });

  it('share volumes', () => {
    const box = createBox();
    const mounts = [{ path: '/work', volume: 'v', readOnly: false }];
    const waits = start(box, {
      command: ['sh', '-c', 'until [ -f /work/ready ]; do echo waiting; sleep 1; done'],
      mounts,
    });
    const other = start(box, { command: ['sleep', '100'], mounts: [{ path: '/data', volume: 'v', readOnly: false }] });
    const reader = start(box, { command: ['sleep', '100'], mounts: [{ path: '/r', volume: 'c', readOnly: true }] });
    run(box, 3500);
    execIn(box, other, ['touch', '/data/ready']);
    expect(last(box, 'containerExited')).toMatchObject({ containerID: waits, exitCode: 0 });
    writeVolume(box.world, node, podUid, 'c', { 'a/key': 'value' });
    expect(execIn(box, reader, ['cat', '/r/a/key'])).toMatchObject({ output: 'value' });
    expect(execIn(box, reader, ['touch', '/r/x'])).toMatchObject({
      exitCode: 1,
      stderr: 'touch: /r/x: Read-only file system\n',
    });
  });
});

describe('commands from outside', () => {
  it('answers output, exit code and why a command could not begin', () => {
    const box = createBox();
    const id = start(box, { command: ['sleep', 'infinity'], env: [{ name: 'COLOR', value: 'blue' }] });
    expect(execIn(box, id, ['sh', '-c', 'echo $COLOR; exit 3'])).toMatchObject({
      stdout: 'blue\n',
      stderr: '',
      exitCode: 3,
      timedOut: false,
    });
    expect(execIn(box, id, ['test', '!', '-f', '/tmp/broken'])).toMatchObject({ exitCode: 0, output: '' });
    execIn(box, id, ['sh', '-c', 'sleep 3; touch /tmp/broken; sleep 4']);
    expect(execIn(box, id, ['test', '!', '-f', '/tmp/broken'])).toMatchObject({ exitCode: 1 });
    expect(execIn(box, id, ['nosuch'])?.error).toMatch(
      /^failed to exec in container: failed to start exec "[0-9a-f]{64}": OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in \$PATH$/,
    );
    expect(readContainerFile(box.world, node, id, '/tmp/broken')).toBe('');
  });

  it('runs out of its time', () => {
    const box = createBox();
    const id = start(box, { command: ['sleep', '100'] });
    expect(execIn(box, id, ['sleep', '3'], 1000)).toMatchObject({
      timedOut: true,
      output: 'command timed out: "sleep 3" timed out after 1s',
    });
  });
});

describe('the demonstration shop', () => {
  it('listens when it has started, and its broken version gives up', () => {
    const box = createBox();
    const web = start(box, { image: 'podarium/shop-web:1.0' });
    const request = { ip: ipOf(box), port: 8080, host: 'shop', path: '/ready' };
    expect(httpRequest(box.world, request)).toEqual({ error: 'connection refused' });
    run(box, 900);
    expect(httpRequest(box.world, request)).toMatchObject({ status: 200 });
    expect(logsSince(box.world, node, web, 0)).toEqual({ text: 'shop-web 1.0 listening on :8080\n', position: 1 });
    expect(usageOf(box.world, node, web)).toEqual({ memory: 42 << 20, processor: 15 });
    const crashing = start(box, { image: 'podarium/shop-api:2.0-crash', name: 'api' });
    run(box, 2000);
    expect(last(box, 'containerExited')).toMatchObject({ containerID: crashing, exitCode: 1 });
  });
});

describe('a power cut', () => {
  it('stops all and tells nobody', () => {
    const box = createBox();
    const ip = ipOf(box);
    start(box, { image: 'nginx:1.27' });
    start(box, { command: ['sh', '-c', 'while true; do sleep 1; done'], name: 'loop' });
    run(box, 2000);
    powerOff(box.world, node);
    run(box, 60_000);
    expect(box.heard).toEqual([]);
    expect(connectionTo(box.world, ip, 80)).toBe('timeout');
    expect(imagePresent(box.world, node, 'nginx:1.27')).toBe(true);
  });
});

describe('logs', () => {
  it('keep their end, whole lines, and the time of writing', () => {
    const box = createBox();
    const id = start(box, { command: ['sh', '-c', 'printf a; sleep 1; echo b; echo err >&2; echo c'] });
    run(box, 5000);
    expect(logs(box.world, node, id)).toBe('ab\nerr\nc\n');
    expect(logs(box.world, node, id, { tailLines: 1, timestamps: true })).toBe(
      '2026-01-01T00:00:01.001000000Z c\n'.replace('.001', '.000'),
    );
    const loud = start(box, {
      command: ['sh', '-c', 'i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo "line $i"; done'],
      name: 'loud',
    });
    run(box, 60_000);
    expect(logs(box.world, node, loud).length).toBeLessThanOrEqual(64 * 1024);
    expect(logs(box.world, node, loud)).toMatch(/line 20000\n$/);
  });
});
