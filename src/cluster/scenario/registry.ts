import { createWorld } from '../world/create.ts';
import type { World } from '../world/world.ts';
import { bootCluster } from './boot.ts';
import { crowd } from './crowd.ts';
import { shop } from './shop.ts';

/** A beginning: what there is in a cluster at its first instant. */
export interface Scenario {
  name: string;
  /** Of the chance, where nobody asks for another. */
  seed: number;
  /** Fills an empty world. */
  build(world: World): void;
}

/** All scenarios. Adding one is one file and one line. */
export const scenarios: readonly Scenario[] = [
  { name: 'shop', seed: 1, build: shop },
  { name: 'empty', seed: 1, build: (world) => bootCluster(world, { nodes: 3 }) },
  { name: 'crowd', seed: 1, build: crowd },
];

/** A world at the first instant of a scenario; throws where there is none of that name. */
export function createScenarioWorld(name: string, seed?: number | undefined): World {
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  const world = createWorld({ seed: seed ?? scenario.seed });
  scenario.build(world);
  return world;
}
