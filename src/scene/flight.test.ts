import { expect, test } from 'vitest';
import { buildScene } from './buildScene.ts';
import { flightAt, flightBetween } from './flight.ts';
import { buildOwnersScene } from './owners/build.ts';
import { ownersInput } from './owners/testing.ts';
import { durations } from './transitions.ts';

const input = ownersInput([{ name: 'web', replicas: 2, revisions: [2] }]);
const nodes = buildScene(input);
const owners = buildOwnersScene(input, nodes);

test('the same Pods fly from one arrangement to the other, by the clock on the wall', () => {
  const flight = { ...flightBetween(nodes, owners)!, start: 1000 };
  const at = (wall: number) => flightAt(flight, owners.pods, wall)?.map(({ rect: { x, y } }) => [x, y]);
  const places = (scene: typeof nodes) => owners.pods.map(({ id }) => [scene.boxes.get(id)?.x, scene.boxes.get(id)?.y]);
  expect(flight.from.size).toBe(2);
  expect(at(1000)).toEqual(places(nodes));
  expect(at(1000 + durations.move / 2)).not.toEqual(places(owners));
  expect(at(1000 + durations.move)).toBeUndefined();
});
