import { describe } from 'vitest';
import { applyDefaults } from '../../../src/api/defaults/registry.ts';
import type { PodTemplateSpec } from '../../../src/api/objects.ts';
import { podTemplateHash } from '../../../src/api/podtemplatehash.ts';
import { readCases, testCases } from './recorded.ts';

interface Input {
  manifestTemplate: PodTemplateSpec;
  storedTemplate: PodTemplateSpec;
  collisionCount?: number;
}
const cases = readCases<Input, string>('podhash.json');

describe('of the stored template', () => {
  testCases(cases, ({ storedTemplate, collisionCount }) => podTemplateHash(storedTemplate, collisionCount));
});

describe('of the manifest, after our own defaulting', () => {
  testCases(
    cases,
    ({ manifestTemplate, collisionCount }) => {
      const { spec } = applyDefaults('deployments', { spec: { template: manifestTemplate } }) as {
        spec: { template: PodTemplateSpec };
      };
      return podTemplateHash(spec.template, collisionCount);
    },
    {
      'service account, pull secrets, priority class':
        'a server stores the old name serviceAccount too, as defaulting.json shows; the recorded template lacks it',
    },
  );
});
