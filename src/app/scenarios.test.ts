import { expect, it } from 'vitest';
import { scenarios } from '../cluster/scenario/registry.ts';
import { addressOf, firstScenario, scenarioTitles } from './scenarios.ts';

it('the choice names the scenarios that there are', () => {
  expect(Object.keys(scenarioTitles)).toEqual(scenarios.map(({ name }) => name));
  expect(scenarioTitles).toHaveProperty(firstScenario);
});

it('another scenario keeps the rest of the address but not the selection', () => {
  expect(addressOf('empty', 'http://here/tank/?seed=4&scenario=shop&reset#select=pods/default/web')).toBe(
    'http://here/tank/?seed=4&scenario=empty',
  );
});
