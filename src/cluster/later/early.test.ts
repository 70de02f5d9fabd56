import { expect, test, vi } from 'vitest';

test('the first picture of every scenario needs none of the later parts', async () => {
  // Tests have them from the start; a fresh copy of all modules, as a page that has just begun, has not.
  vi.resetModules();
  const { areLaterPartsHere, LaterPartsMissing } = await import('./later.ts');
  const { createScenarioWorld, scenarios } = await import('../scenario/registry.ts');
  const { runUntil } = await import('../simulation.ts');
  expect(areLaterPartsHere()).toBe(false);
  for (const { name } of scenarios) {
    const world = createScenarioWorld(name, 1);
    try {
      runUntil(world, world.now + 1000);
    } catch (error) {
      // Containers may want their shell; the API server and what stands on it must not have wanted anything.
      expect(error).toBeInstanceOf(LaterPartsMissing);
      expect((error as Error).message).toMatch(/^the (program|image) /);
    }
  }
});
