import { describe, expect, it, test } from 'vitest';
import type { ContainerConfig } from '../contract.ts';
import { configureImages, logs, stopContainer, usageOf } from '../runtime.ts';
import { type Box, createBox, execIn, ipOf, last, node, run, start } from '../testing/box.ts';

/** A container of an image that is on the node already. */
function startImage(box: Box, image: string, config: Partial<ContainerConfig> = {}): string {
  configureImages(box.world, node, { [image]: 'present' });
  return start(box, { image, ...config });
}

const variable = (name: string, value: string) => ({ env: [{ name, value }] });

describe('databases', () => {
  it('postgres without a password says what its entrypoint says, and exits 1', () => {
    const box = createBox();
    const id = startImage(box, 'postgres:17');
    run(box);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 1 });
    expect(logs(box.world, node, id)).toContain(
      'Error: Database is uninitialized and superuser password is not specified.\n       You must specify POSTGRES_PASSWORD to a non-empty value for the\n',
    );
  });

  it('postgres with one accepts connections after its first start, and stops at SIGTERM', () => {
    const box = createBox();
    const id = startImage(box, 'postgres:17', variable('POSTGRES_PASSWORD', 'x'));
    run(box, 1000);
    expect(execIn(box, id, ['pg_isready', '-U', 'postgres'])).toMatchObject({ exitCode: 2 });
    run(box, 5000);
    expect(execIn(box, id, ['pg_isready'])).toMatchObject({
      stdout: '/var/run/postgresql:5432 - accepting connections\n',
      exitCode: 0,
    });
    expect(logs(box.world, node, id, { tailLines: 1 })).toMatch(
      /^2026-01-01 00:00:02\.150 UTC \[1\] LOG: {2}database system is ready to accept connections\n$/,
    );
    stopContainer(box.world, node, id, 30_000);
    run(box);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 0 });
  });

  it('mysql lists the variables of which it needs one', () => {
    const box = createBox();
    const id = startImage(box, 'mysql:8.4');
    run(box);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 1 });
    expect(logs(box.world, node, id, { tailLines: 5 })).toBe(
      '2026-01-01 00:00:00+00:00 [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified\n    You need to specify one of the following as an environment variable:\n    - MYSQL_ROOT_PASSWORD\n    - MYSQL_ALLOW_EMPTY_PASSWORD\n    - MYSQL_RANDOM_ROOT_PASSWORD\n',
    );
  });

  it('redis keeps what it is told', () => {
    const box = createBox();
    const id = startImage(box, 'redis:7');
    run(box, 1000);
    const cli = (...words: string[]) => execIn(box, id, ['redis-cli', ...words])?.stdout;
    expect(cli('ping')).toBe('PONG\n');
    expect(cli('set', 'color', 'blue')).toBe('OK\n');
    expect(cli('get', 'color')).toBe('blue\n');
    expect(cli('incr', 'hits')).toBe('1\n');
    expect(cli('incr', 'color')).toBe('ERR value is not an integer or out of range\n');
    expect(cli('keys', '*')).toBe('color\nhits\n');
    expect(cli('nosuch')).toBe("ERR unknown command 'nosuch', with args beginning with: \n");
  });
});

describe('web servers', () => {
  it('nginx writes what it does into its log', () => {
    const box = createBox();
    const id = startImage(box, 'nginx:1.27');
    run(box, 1000);
    expect(logs(box.world, node, id)).toContain('2026/01/01 00:00:00 [notice] 1#1: start worker processes\n');
  });

  test.each([
    ['httpd:2.4', [], 80, '<html><body><h1>It works!</h1></body></html>\n'],
    ['hashicorp/http-echo', ['-text=hello'], 5678, 'hello\n'],
    ['gcr.io/google-samples/hello-app:1.0', undefined, 8080, 'Hello, world!\nVersion: 1.0.0\nHostname: web\n'],
    ['registry.k8s.io/e2e-test-images/agnhost:2.40', ['netexec'], 8080, 'NOW: 2026-01-01T00:00:01Z'],
    ['registry.k8s.io/e2e-test-images/agnhost:2.40', ['serve-hostname'], 9376, 'web'],
    ['python:3.13', ['sh', '-c', 'echo hi > /tmp/index.html; exec python3 -m http.server 8000 -d /tmp'], 8000, 'hi\n'],
    [
      'node:22',
      [
        'node',
        '-e',
        "require('http').createServer((q, r) => r.end('hi ' + process.env.HOSTNAME + '\\n')).listen(8080)",
      ],
      8080,
      'hi web\n',
    ],
  ])('%s %j', (image, args, port, body) => {
    const box = createBox();
    startImage(box, image, args && args.length > 0 ? { args } : {});
    const client = start(box, { name: 'client', command: ['sleep', '1000'] });
    run(box, 1000);
    expect(execIn(box, client, ['wget', '-qO-', `http://${ipOf(box)}:${port}/`])).toMatchObject({ stdout: body });
  });

  it('agnhost liveness is well for ten seconds', () => {
    const box = createBox();
    startImage(box, 'registry.k8s.io/e2e-test-images/agnhost:2.40', { args: ['liveness'] });
    const client = start(box, { name: 'client', command: ['sleep', '1000'] });
    const ask = () => execIn(box, client, ['wget', '-qO-', 'localhost:8080/healthz'])?.exitCode;
    expect(ask()).toBe(0);
    run(box, 1000);
    expect(ask()).toBe(1);
  });
});

describe('stress', () => {
  const args = ['--vm', '1', '--vm-bytes', '150M', '--vm-hang', '1'];

  it('takes the memory that it is told to take', () => {
    const box = createBox();
    const id = startImage(box, 'polinux/stress', { command: ['stress'], args, memoryLimit: 200 << 20 });
    run(box, 20_000);
    expect(usageOf(box.world, node, id).memory).toBeGreaterThanOrEqual(150 << 20);
    expect(logs(box.world, node, id)).toBe('stress: info: [1] dispatching hogs: 0 cpu, 0 io, 1 vm, 0 hdd\n');
  });

  it('is killed beyond its limit', () => {
    const box = createBox();
    startImage(box, 'polinux/stress', { command: ['stress'], args, memoryLimit: 100 << 20 });
    run(box, 20_000);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });

  it('takes no more processor than its limit', () => {
    const box = createBox();
    const id = startImage(box, 'vish/stress', { args: ['-cpus', '2'], cpuLimit: 500 });
    run(box, 20_000);
    expect(usageOf(box.world, node, id).processor).toBe(500);
  });
});
