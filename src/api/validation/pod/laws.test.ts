import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalize } from '../../canonical.ts';
import { applyDefaults } from '../../defaults/registry.ts';
import type { ObjectToWrite, Pod, PodSpec } from '../../objects.ts';
import { checkSchema } from '../../schema.ts';
import { validateCreate } from '../registry.ts';
import { wholePod } from '../wholePod.ts';

const { containers, ...rest } = wholePod.spec;
const [web = { name: 'web' }] = containers;
/** What a Pod or its container may do without, on its own. */
const optional = (Object.keys(rest) as (keyof PodSpec)[]).filter((name) => !['dnsPolicy', 'volumes'].includes(name));
const optionalOfContainer = (Object.keys(web) as (keyof typeof web)[]).filter(
  (name) => !['name', 'image', 'ports', 'resources'].includes(name),
);

const without = <T extends object>(object: T, names: readonly (keyof T)[]): T => {
  const out = { ...object };
  for (const name of names) delete out[name];
  return out;
};

/** Valid Pods: the whole one without some of what it has. */
const pods = fc
  .record({ ofPod: fc.subarray(optional), ofContainer: fc.subarray(optionalOfContainer) })
  .map(({ ofPod, ofContainer }): ObjectToWrite => {
    const hasClaims = !ofPod.includes('resourceClaims');
    const container = without(web, ofContainer);
    const asks = hasClaims ? container : { ...container, resources: without(container.resources ?? {}, ['claims']) };
    const spec: PodSpec = { ...without(wholePod.spec, ofPod), containers: [asks] };
    if (ofPod.includes('dnsConfig')) delete spec.dnsPolicy;
    return { ...wholePod, spec } as ObjectToWrite;
  });

test('a valid Pod stays valid and itself when defaults are applied again', () => {
  fc.assert(
    fc.property(pods, (given) => {
      expect(checkSchema('pods', given).errors).toEqual([]);
      const pod = applyDefaults('pods', canonicalize('pods', given));
      expect(validateCreate('pods', pod)).toEqual([]);
      expect(applyDefaults('pods', pod)).toBe(pod);
    }),
    { numRuns: 100 },
  );
});

test('a spec that is valid in a Pod is valid in a template', () => {
  fc.assert(
    fc.property(pods, (given) => {
      const { spec } = given as Pod;
      const template = { metadata: { labels: { app: 'web' } }, spec };
      const object = { metadata: wholePod.metadata, spec: { selector: { matchLabels: { app: 'web' } }, template } };
      const deployment = applyDefaults('deployments', canonicalize('deployments', object as ObjectToWrite));
      const fields = validateCreate('deployments', deployment).map(({ field }) => field);
      // A Deployment's Pods run for ever.
      expect(fields.filter((field) => field !== 'spec.template.spec.activeDeadlineSeconds')).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
