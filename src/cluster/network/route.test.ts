import { describe, expect, it } from 'vitest';
import { createChance } from '../world/chance.ts';
import { createWorld } from '../world/create.ts';
import { put } from '../world/store.ts';
import { holdServiceIPs } from './clusterIP.ts';
import { destination, resolve } from './route.ts';

const cause = { actor: 'test' };

function createServices() {
  const world = createWorld({ seed: 3 });
  const write = (resource: string, object: object) => put(world.store, world.now, resource, object as never, cause);
  const clusterIP = '10.96.77.1';
  holdServiceIPs(world, 'default/web', [clusterIP]);
  const ports = [
    { name: 'http', port: 80, targetPort: 8080 },
    { name: 'metrics', port: 9090, targetPort: 9091 },
  ];
  write('services', { metadata: { name: 'web', namespace: 'default' }, spec: { clusterIP, ports } });
  write('services', { metadata: { name: 'headless', namespace: 'default' }, spec: { clusterIP: 'None', ports } });
  write('services', {
    metadata: { name: 'alias', namespace: 'shop' },
    spec: { type: 'ExternalName', externalName: 'web.default.svc.cluster.local' },
  });
  for (const service of ['web', 'headless']) {
    write('endpointslices', {
      metadata: {
        name: `${service}-1`,
        namespace: 'default',
        labels: { 'kubernetes.io/service-name': service },
      },
      addressType: 'IPv4',
      ports: [
        { name: 'http', port: 8080 },
        { name: 'metrics', port: 9091 },
      ],
      endpoints: [
        { addresses: ['10.244.1.2'], conditions: { ready: false } },
        { addresses: ['10.244.1.3'], conditions: { ready: true } },
        { addresses: ['10.244.2.4'], conditions: {} },
      ],
    });
  }
  return { world, clusterIP };
}

describe('names', () => {
  const { world, clusterIP } = createServices();
  it.each([
    ['web', 'default', clusterIP],
    ['web', 'shop', undefined],
    ['web.default', 'shop', clusterIP],
    ['web.default.svc', 'shop', clusterIP],
    ['web.default.svc.cluster.local', 'shop', clusterIP],
    ['web.default.svc.cluster.local.', 'shop', clusterIP],
    ['web.default.pod', 'shop', undefined],
    ['headless', 'default', '10.244.1.3'],
    ['alias.shop', 'default', clusterIP],
    ['localhost', 'default', '127.0.0.1'],
    ['10.1.2.3', 'default', '10.1.2.3'],
    ['www.example.com', 'default', undefined],
  ])('%s from %s is %s', (host, namespace, address) => {
    expect(resolve(world, host, namespace)).toBe(address);
  });
});

describe('connections', () => {
  const { world, clusterIP } = createServices();

  it('to a service reach each of its ready endpoints, at the port of the same name', () => {
    const chance = createChance(1);
    const reached = Array.from({ length: 50 }, () => destination(world, clusterIP, 9090, chance));
    expect(new Set(reached.map((one) => `${one?.ip}:${one?.port}`))).toEqual(
      new Set(['10.244.1.3:9091', '10.244.2.4:9091']),
    );
  });

  it('to a port that the service does not have go nowhere', () => {
    expect(destination(world, clusterIP, 81)).toBeUndefined();
  });

  it('to any other address go there', () => {
    expect(destination(world, '10.244.1.2', 5000)).toEqual({ ip: '10.244.1.2', port: 5000 });
  });
});
