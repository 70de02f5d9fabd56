import { describe, expect, it } from 'vitest';
import type { Node } from '../../api/objects.ts';
import { put } from '../world/store.ts';
import type { Check } from './contract.ts';
import { check, connectionTo, createSandbox, httpRequest, removeSandbox } from './runtime.ts';
import { type Box, createBox, execIn, ipOf, last, node, podUid, run, start } from './testing/box.ts';

describe('addresses', () => {
  it('ascend through the podCIDR and are not used again at once', () => {
    const box = createBox();
    const metadata = { name: node, resourceVersion: '1', uid: 'n', creationTimestamp: '2026-01-01T00:00:00Z' };
    const spec: Node = {
      apiVersion: 'v1',
      kind: 'Node',
      spec: { podCIDR: '10.244.7.0/29' },
      status: { addresses: [{ type: 'InternalIP', address: '192.0.2.7' }] },
    };
    put(box.world.store, 0, 'nodes', { ...spec, apiVersion: 'v1', kind: 'Node', metadata }, { actor: 'test' });
    removeSandbox(box.world, node, podUid);
    const make = (uid: string) => createSandbox(box.world, node, { podUid: uid, hostNetwork: false }).ip;
    expect([make('a'), make('b'), make('a')]).toEqual(['10.244.7.3', '10.244.7.4', '10.244.7.3']);
    removeSandbox(box.world, node, 'a');
    expect([make('c'), make('d'), make('e')]).toEqual(['10.244.7.5', '10.244.7.6', '10.244.7.2']);
    expect(createSandbox(box.world, node, { podUid: 'h', hostNetwork: true }).ip).toBe('192.0.2.7');
  });
});

describe('services', () => {
  it('are reached by their names, and refuse where they have no endpoint', () => {
    const box = createBox();
    start(box, { image: 'nginx:1.27' });
    const client = start(box, { command: ['sleep', 'infinity'], name: 'client' });
    const metadata = (name: string) => ({
      name,
      namespace: 'default',
      uid: name,
      resourceVersion: '1',
      creationTimestamp: '2026-01-01T00:00:00Z',
    });
    const service = (name: string, clusterIP: string) => {
      const spec = { clusterIP, ports: [{ port: 8000, targetPort: 80 }] };
      const object = { apiVersion: 'v1', kind: 'Service', metadata: metadata(name), spec };
      put(box.world.store, 0, 'services', object, { actor: 'test' });
      box.world.network.serviceIPs.set(clusterIP, `default/${name}`);
    };
    service('web', '10.96.0.20');
    service('empty', '10.96.0.21');
    const slice = {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { ...metadata('web-1'), labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      ports: [{ port: 80 }],
      endpoints: [{ addresses: [ipOf(box)], conditions: { ready: true } }],
    };
    put(box.world.store, 0, 'endpointslices', slice, { actor: 'test' });
    run(box, 100);
    const get = (url: string) => execIn(box, client, ['wget', '-T', '5', '-qO-', url]);
    expect(get('http://web:8000/healthz')).toMatchObject({ stdout: 'ok\n' });
    expect(get('http://web.default.svc.cluster.local:8000/healthz')).toMatchObject({ stdout: 'ok\n' });
    expect(get('http://empty:8000')?.stderr).toBe(
      "wget: can't connect to remote host (10.96.0.21): Connection refused\n",
    );
    expect(get('http://10.244.0.99')).toMatchObject({ exitCode: 1, stderr: 'wget: download timed out\n' });
    expect(execIn(box, client, ['nslookup', 'web'])?.stdout).toContain('Address: 10.96.0.20\n');
  });
});

describe('checks of ports', () => {
  const checked = (box: Box, what: Check, timeout = 1000) => {
    const begin = box.world.now;
    check(box.world, node, podUid, 'probe', what, timeout);
    run(box, 10_000);
    const { success, output } = last(box, 'checkEnded') ?? {};
    return { success, output, began: begin };
  };

  it('speak as recorded', () => {
    const box = createBox();
    const host = ipOf(box);
    start(box, { image: 'nginx:1.27' });
    start(box, { image: 'redis:7', name: 'redis' });
    run(box, 100);
    const http = (port: number, path: string): Check => ({ kind: 'http', host, port, path, scheme: 'HTTP' });
    expect(checked(box, http(80, '/healthz'))).toMatchObject({ success: true, output: 'ok\n' });
    expect(checked(box, http(80, '/nope'))).toMatchObject({
      success: false,
      output: 'HTTP probe failed with statuscode: 404',
    });
    expect(checked(box, http(81, '/'))).toMatchObject({
      success: false,
      output: `Get "http://${host}:81/": dial tcp ${host}:81: connect: connection refused`,
    });
    expect(checked(box, http(6379, '/'))).toMatchObject({
      success: false,
      output: `Get "http://${host}:6379/": EOF`,
    });
    expect(checked(box, { kind: 'tcp', host, port: 6379 })).toMatchObject({ success: true });
    expect(checked(box, { kind: 'tcp', host, port: 8080 })).toMatchObject({
      success: false,
      output: `dial tcp ${host}:8080: connect: connection refused`,
    });
  });

  it('see a page go away', () => {
    const box = createBox();
    const id = start(box, { image: 'nginx:1.27' });
    run(box, 100);
    const request = { ip: ipOf(box), port: 80, host: 'web', path: '/healthz' };
    expect(httpRequest(box.world, request)).toEqual({ status: 200, body: 'ok\n', latency: 1 });
    execIn(box, id, ['rm', '/usr/share/nginx/html/healthz']);
    expect(httpRequest(box.world, request)).toMatchObject({ status: 404 });
  });

  it('see a server in the background come and go', () => {
    const box = createBox();
    start(box, { command: ['sh', '-c', 'httpd -p 8080; sleep 8; killall httpd; sleep 600'] });
    run(box, 1000);
    expect(connectionTo(box.world, ipOf(box), 8080)).toBe('open');
    run(box, 8000);
    expect(connectionTo(box.world, ipOf(box), 8080)).toBe('connection refused');
  });
});
