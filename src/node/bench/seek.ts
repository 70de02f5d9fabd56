import { advance, command, createSession, seek } from '../../client/session/session.ts';
import '../../cluster/later/provide.ts';
import { bootCluster } from '../../cluster/scenario/boot.ts';
import { tellComponents } from '../../cluster/simulation.ts';
import { createChance, nextInteger } from '../../cluster/world/chance.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { deploymentOf } from './deployment.ts';
import { type Benchmark, percentile } from './measure.ts';

const minutes = 10;

/** Going to a random instant of a ten-minute session in which 100 Pods were started, scaled and updated. */
export const seekBenchmark: Benchmark = {
  name: 'seek',
  async run() {
    const world = createWorld({ seed: 1 });
    bootCluster(world, { nodes: 3 });
    tellComponents(world);
    const session = createSession(world);
    const start = session.world.now;
    const apply = (object: ReturnType<typeof deploymentOf>, verb: 'create' | 'update') =>
      command(session, {
        kind: 'request',
        actor: 'bench',
        request:
          verb === 'create'
            ? { verb, resource: 'deployments', namespace: 'default', object }
            : { verb, resource: 'deployments', namespace: 'default', name: 'web', object },
      });
    apply(deploymentOf(100, 'nginx:1.27'), 'create');
    for (let minute = 1; minute <= minutes; minute++) {
      advance(session, start + minute * 60_000);
      if (minute % 3 === 0) apply(deploymentOf(100, minute % 2 ? 'nginx:1.28' : 'nginx:1.27'), 'update');
    }
    const chance = createChance(7);
    const times: number[] = [];
    for (let i = 0; i < 40; i++) {
      const target = nextInteger(chance, start, start + minutes * 60_000);
      const began = performance.now();
      seek(session, target);
      times.push(performance.now() - began);
    }
    const how = '40 random instants of ten minutes with 100 Pods, in Node, wall clock';
    return [
      { measure: 'seek: median', value: percentile(times, 0.5), unit: 'ms', how },
      { measure: 'seek: 95th percentile', value: percentile(times, 0.95), unit: 'ms', how },
    ];
  },
};
