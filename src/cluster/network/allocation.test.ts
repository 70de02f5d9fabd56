import { describe, expect, it } from 'vitest';
import { createWorld } from '../world/create.ts';
import { freeServiceIP, holdServiceIPs, refusedServiceIP } from './clusterIP.ts';
import { freeNodePort, holdNodePorts, refusedNodePort } from './nodePorts.ts';

const none: ReadonlySet<number> = new Set();

describe('node ports', () => {
  it('are given until none is left, those for who asks at last, and are free again after the Service', () => {
    const world = createWorld({ seed: 1 });
    const given: number[] = [];
    for (let port = freeNodePort(world, none); port !== undefined; port = freeNodePort(world, none)) {
      holdNodePorts(world, `default/s${given.length}`, [port]);
      given.push(port);
    }
    expect([given.length, new Set(given).size]).toEqual([2768, 2768]);
    expect([Math.min(...given), Math.max(...given)]).toEqual([30000, 32767]);
    expect(Math.min(...given.slice(0, -86))).toBe(30086);
    holdNodePorts(world, 'default/s7', []);
    expect(freeNodePort(world, none)).toBe(given[7]);
  });

  it.each([29999, 32768, 80, -1])('%i is none, but for a dry run', (port) => {
    const world = createWorld({ seed: 1 });
    expect(refusedNodePort(world, none, port, false)).toContain('The range of valid ports is 30000-32767');
    expect(refusedNodePort(world, none, port, true)).toBeUndefined();
  });
});

describe('addresses of Services', () => {
  it('are of the network, never twice, and free again after the Service', () => {
    const world = createWorld({ seed: 1 });
    const given = Array.from({ length: 500 }, (_, index) => {
      const address = freeServiceIP(world) ?? '';
      holdServiceIPs(world, `default/s${index}`, [address]);
      return address;
    });
    expect(new Set(given).size).toBe(500);
    for (const address of given) expect(address).toMatch(/^10\.(9[6-9]|10\d|11[01])\.\d+\.\d+$/);
    expect(refusedServiceIP(world, given[0] ?? '')).toBe('provided IP is already allocated');
    holdServiceIPs(world, 'default/s0', []);
    expect(refusedServiceIP(world, given[0] ?? '')).toBeUndefined();
  });

  it.each(['10.95.255.255', '10.112.0.0', '10.96.0.0', '10.111.255.255', 'nonsense', '1.2.3.4'])(
    '%s is not one',
    (ip) => {
      expect(refusedServiceIP(createWorld({ seed: 1 }), ip)).toContain('does not match the current range');
    },
  );
});
