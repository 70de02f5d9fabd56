import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ObjectToWrite, Service, ServiceSpec, Stored } from '../../../api/objects.ts';
import { isFailure } from '../../../api/status.ts';
import { createWorld } from '../../world/create.ts';
import { listObjects } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { call } from '../apiserver.ts';
import type { ApiRequest } from '../request.ts';

let world: World;

const inDefault = { resource: 'services', namespace: 'default' } as const;
const strict = { fieldValidation: 'Strict' } as const;

function send(request: ApiRequest): Stored<Service> | string {
  const { answer } = call(world, request, { actor: 'test' });
  return isFailure(answer) ? answer.message : (answer as Stored<Service>);
}

/** A Service of these fields, with a selector and port 80 where nothing else is said. */
const service = (spec: object, name = 'web'): ObjectToWrite => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
});

const create = (spec: object, name = 'web', dryRun = false) =>
  send({ verb: 'create', ...inDefault, object: service(spec, name), options: { ...strict, dryRun } });
const replace = (spec: object, name = 'web') =>
  send({ verb: 'update', ...inDefault, name, object: service(spec, name), options: strict });
const merge = (spec: object, name = 'web') =>
  send({ verb: 'patch', ...inDefault, name, patchType: 'merge', patch: { spec }, options: strict });
const remove = (name = 'web') => send({ verb: 'delete', ...inDefault, name });

function specOf(answer: Stored<Service> | string): ServiceSpec {
  if (typeof answer === 'string') throw new Error(answer);
  return answer.spec ?? {};
}

beforeEach(() => {
  world = createWorld({ seed: 1 });
  call(world, { verb: 'create', resource: 'namespaces', object: { metadata: { name: 'default' } } }, { actor: 'test' });
});

describe('a Service keeps what it was given', () => {
  test('through an update that does not name it', () => {
    const given = specOf(create({ type: 'NodePort' }));
    const now = specOf(replace({ type: 'NodePort', selector: { app: 'other' } }));
    expect(now).toEqual({ ...given, selector: { app: 'other' } });
  });

  test('a port keeps its node port under another number, a new port gets another', () => {
    const [port] = specOf(create({ type: 'NodePort', ports: [{ name: 'a', port: 80 }] })).ports ?? [];
    const ports = [
      { name: 'b', port: 80 },
      { name: 'a', port: 81 },
    ];
    const [b, a] = specOf(replace({ type: 'NodePort', ports })).ports ?? [];
    expect(a?.nodePort).toBe(port?.nodePort);
    expect(b?.nodePort).toBeGreaterThan(0);
    expect(b?.nodePort).not.toBe(a?.nodePort);
  });

  test('its cluster IP through all types that have one, and loses it as ExternalName', () => {
    const { clusterIP } = specOf(create({}));
    for (const type of ['NodePort', 'LoadBalancer', 'ClusterIP'])
      expect(specOf(merge({ type })).clusterIP).toBe(clusterIP);
    const named = specOf(merge({ type: 'ExternalName', externalName: 'db.example.com' }));
    expect(named).not.toHaveProperty('clusterIP');
    expect(world.network.serviceIPs.size).toBe(0);
    expect(specOf(merge({ type: 'ClusterIP' })).clusterIP).toMatch(/^10\./);
  });
});

describe('node ports', () => {
  test('go with the type', () => {
    create({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] });
    expect(specOf(merge({ type: 'ClusterIP' })).ports).toEqual([{ port: 80, protocol: 'TCP', targetPort: 80 }]);
    expect(specOf(create({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }, 'next')).type).toBe('NodePort');
  });

  test('are one for two protocols of a port', () => {
    const ports = [
      { name: 'tcp', port: 53 },
      { name: 'udp', port: 53, protocol: 'UDP' },
    ];
    const [tcp, udp] = specOf(create({ type: 'NodePort', ports })).ports ?? [];
    expect(udp?.nodePort).toBe(tcp?.nodePort);
  });

  test('are not given where a load balancer does without, but had where asked for', () => {
    const ports = [
      { name: 'a', port: 80 },
      { name: 'b', port: 81, nodePort: 30081 },
    ];
    const spec = specOf(create({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false, ports }));
    expect(spec.ports?.map(({ nodePort }) => nodePort)).toEqual([undefined, 30081]);
  });

  test('one more for the health check of a local load balancer, which stays', () => {
    const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local' };
    const { healthCheckNodePort } = specOf(create(local));
    expect(world.network.nodePorts.has(healthCheckNodePort ?? 0)).toBe(true);
    expect(merge({ healthCheckNodePort: 30999 })).toBe(
      'Service "web" is invalid: spec.healthCheckNodePort: Forbidden: field is immutable',
    );
    expect(specOf(merge({ externalTrafficPolicy: 'Cluster' }))).not.toHaveProperty('healthCheckNodePort');
    expect(world.network.nodePorts.size).toBe(1);
  });

  test('that the range does not have are the fault of the field, for a health check that of the server', () => {
    const range = 'provided port is not in the valid range. The range of valid ports is 30000-32767';
    expect(create({ type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] })).toBe(
      `Service "web" is invalid: spec.ports[0].nodePort: Invalid value: 80: ${range}`,
    );
    expect(create({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 80 })).toBe(
      `Internal error occurred: failed to allocate requested HealthCheck NodePort 80: ${range}`,
    );
  });

  test('of a dry run are numbers that nobody can have, and are not taken', () => {
    create({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] });
    expect(specOf(create({ type: 'NodePort' }, 'dry', true)).ports?.[0]?.nodePort).toBe(32769);
    expect(specOf(create({ type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] }, 'dry', true)).type).toBe(
      'NodePort',
    );
    expect(create({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }, 'dry', true)).toContain(
      'already allocated',
    );
    expect([...world.network.nodePorts.values()]).toEqual(['default/web']);
  });
});

test('what there is one of each of is looked at before all else, the name included', () => {
  expect(create({ type: 'NodePort', ports: [{ port: 0, nodePort: 80 }] }, 'Web')).toMatch(
    /^Service "Web" is invalid: spec.ports\[0\].nodePort/,
  );
  expect(create({ clusterIPs: ['10.96.0.9'] }, 'Web')).toBe(
    'Service "Web" is invalid: spec.clusterIPs: Invalid value: ["10.96.0.9"]: must be empty when `clusterIP` is not specified',
  );
});

describe('the status', () => {
  const setStatus = (ingress: object[]) =>
    send({
      verb: 'patch',
      ...inDefault,
      name: 'web',
      subresource: 'status',
      patchType: 'merge',
      patch: { status: { loadBalancer: { ingress } } },
      options: strict,
    });

  test('is for load balancers, whose addresses get a mode, and goes with the type', () => {
    create({});
    expect(setStatus([{ ip: '203.0.113.1' }])).toBe(
      'Service "web" is invalid: status.loadBalancer.ingress: Forbidden: may only be used when `spec.type` is \'LoadBalancer\'',
    );
    merge({ type: 'LoadBalancer' });
    expect(setStatus([{ ip: '203.0.113.1' }])).toMatchObject({
      status: { loadBalancer: { ingress: [{ ip: '203.0.113.1', ipMode: 'VIP' }] } },
    });
    merge({ type: 'ClusterIP' });
    expect(send({ verb: 'get', ...inDefault, name: 'web' })).toMatchObject({ status: { loadBalancer: {} } });
  });

  test.each([
    [{ hostname: '1.2.3.4' }, 'hostname: Invalid value: "1.2.3.4": must be a DNS name, not an IP address'],
    [{ hostname: 'a.example.com', ipMode: 'VIP' }, 'ipMode: Forbidden: may not be specified when `ip` is not set'],
    [{ ip: '1.2.3.4', ipMode: 'Vip' }, 'ipMode: Unsupported value: "Vip": supported values: "Proxy", "VIP"'],
  ])('%j', (entry, why) => {
    create({ type: 'LoadBalancer' });
    expect(setStatus([entry])).toBe(`Service "web" is invalid: status.loadBalancer.ingress[0].${why}`);
  });
});

test('Endpoints of its name go with it', () => {
  create({});
  const endpoints = { resource: 'endpoints', namespace: 'default' } as const;
  const object = { metadata: { name: 'web' }, subsets: [{ addresses: [{ ip: '10.0.0.1' }] }] };
  send({ verb: 'create', ...endpoints, object });
  remove();
  expect(listObjects(world.store, 'endpoints')).toEqual([]);
});

describe('families', () => {
  test.each([
    [{ ipFamilies: ['IPv6'] }, 'spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster'],
    [
      { ipFamilies: ['IPv4', 'IPv6'] },
      "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
    ],
    [
      { clusterIP: '10.96.0.9', ipFamilies: ['IPv6'] },
      'spec.clusterIPs[0]: Invalid value: "10.96.0.9": expected an IPv6 value as indicated by `ipFamilies[0]`',
    ],
    [{ clusterIP: '010.96.0.9' }, 'spec.clusterIPs[0]: Invalid value: "010.96.0.9": must not have leading 0s'],
  ])('%j', (spec, why) => {
    expect(create(spec)).toBe(`Service "web" is invalid: ${why}`);
  });

  test('a headless Service without selector has both, one that prefers both has what there is', () => {
    expect(specOf(create({ clusterIP: 'None', selector: {} })).ipFamilies).toEqual(['IPv4', 'IPv6']);
    expect(specOf(create({ ipFamilyPolicy: 'PreferDualStack' }, 'other')).ipFamilies).toEqual(['IPv4']);
  });
});

/** Calls that contend for few names, addresses and ports. */
const calls = fc.array(
  fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    verb: fc.constantFrom('create', 'replace', 'merge', 'remove', 'dryRun'),
    spec: fc.record(
      {
        type: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
        clusterIP: fc.constantFrom('None', '10.96.0.20', '10.96.0.21', '10.0.0.1'),
        externalTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
        allocateLoadBalancerNodePorts: fc.boolean(),
        healthCheckNodePort: fc.constantFrom(30001, 30002, 99),
        externalName: fc.constantFrom('db.example.com', ''),
        ipFamilyPolicy: fc.constantFrom('SingleStack', 'PreferDualStack', 'RequireDualStack'),
        ports: fc.array(
          fc.record(
            {
              name: fc.constantFrom('x', 'y'),
              port: fc.constantFrom(80, 81),
              nodePort: fc.constantFrom(30001, 30002, 30003, 99),
              protocol: fc.constantFrom('TCP', 'UDP'),
            },
            { requiredKeys: ['name', 'port'] },
          ),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 12 },
);

/** What the Services in the store have of things that there is one of each of, with their owners. */
function held(): { addresses: Map<string, string>; ports: Map<number, string> } {
  const addresses = new Map<string, string>();
  const ports = new Map<number, string>();
  const take = <T>(map: Map<T, string>, one: T | undefined, key: string) => {
    if (one === undefined || one === 'None') return;
    expect(map.get(one) ?? key).toBe(key);
    map.set(one, key);
  };
  for (const { metadata, spec } of listObjects<Stored<Service>>(world.store, 'services')) {
    const key = `default/${metadata.name}`;
    for (const address of spec?.clusterIPs ?? []) take(addresses, address, key);
    for (const { nodePort } of spec?.ports ?? []) if (spec?.type !== 'ExternalName') take(ports, nodePort, key);
    take(ports, spec?.healthCheckNodePort, key);
  }
  return { addresses, ports };
}

test('addresses and node ports are never had by two, and all are free when everything is deleted', () => {
  fc.assert(
    fc.property(calls, (sequence) => {
      for (const { name, verb, spec } of sequence) {
        if (verb === 'create') create(spec, name);
        else if (verb === 'replace') replace(spec, name);
        else if (verb === 'merge') merge(spec, name);
        else if (verb === 'dryRun') create(spec, name, true);
        else remove(name);
        const { addresses, ports } = held();
        expect(new Map([...world.network.serviceIPs].sort())).toEqual(new Map([...addresses].sort()));
        expect(new Map([...world.network.nodePorts].sort())).toEqual(new Map([...ports].sort()));
      }
      for (const name of ['a', 'b', 'c']) remove(name);
      expect([world.network.serviceIPs.size, world.network.nodePorts.size]).toEqual([0, 0]);
    }),
    { numRuns: 150 },
  );
});
