import { expect, it } from 'vitest';
import { buildScene } from '../../scene/buildScene.ts';
import { generateCluster } from '../../scene/testing/generateCluster.ts';
import { nodeByKey } from './placingKeys.ts';

const scene = buildScene(generateCluster({ nodes: 4, pods: 4, services: 1 }));
const { columns } = scene.arrangement;

it('goes from node to node as they stand, and stays at the edge', () => {
  expect(columns).toBe(2);
  expect(nodeByKey(scene, undefined, 'ArrowDown')?.key).toBe('node-1');
  expect(nodeByKey(scene, 'node-1', 'ArrowRight')?.key).toBe('node-2');
  expect(nodeByKey(scene, 'node-2', 'ArrowDown')?.key).toBe('node-4');
  expect(nodeByKey(scene, 'node-4', 'ArrowLeft')?.key).toBe('node-3');
  expect(nodeByKey(scene, 'node-1', 'ArrowUp')?.key).toBe('node-1');
});

it('leaves other keys alone', () => {
  expect(nodeByKey(scene, 'node-1', 'a')).toBeUndefined();
});
