import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { strategicMergePatch } from '../../../src/api/patch/strategicMergePatch.ts';
import { threeWayPatch, twoWayPatch } from '../../../src/api/patch/threeWayPatch.ts';
import { StrategicPatchError } from '../../../src/api/patch/values.ts';
import { resources } from '../../../src/api/resources.ts';
import { type Case, readCases, testCases } from './recorded.ts';

interface Input {
  fn: string;
  kind: string;
  before: ObjectToWrite;
  patch: ObjectToWrite;
  original?: ObjectToWrite;
  modified: ObjectToWrite;
  current: ObjectToWrite;
  overwrite?: boolean;
}

function answer(input: Input) {
  const plural = resources.find((resource) => resource.kind === input.kind)?.plural ?? '';
  if (input.fn === 'StrategicMergePatch') return { after: strategicMergePatch(plural, input.before, input.patch) };
  const [patch, from] =
    input.fn === 'CreateTwoWayMergePatch'
      ? [twoWayPatch(plural, input.original ?? {}, input.modified), input.original ?? {}]
      : [threeWayPatch(plural, input.original ?? {}, input.modified, input.current), input.current];
  return { patch, after: strategicMergePatch(plural, from, patch) };
}

// Custom resources are not served, so their three-way JSON merge patch is not offered.
const cases = readCases<Input, { error?: string }>('strategicpatch.json').filter(({ in: input }) => input.kind);

const differing: Record<string, string> = {};
const isConflict = ({ in: input, out }: Case<Input, { error?: string }>) => input.overwrite === false && out.error;
for (const { name } of cases.filter(isConflict)) differing[name] = 'kubectl apply --overwrite=false is not offered';

testCases(
  cases,
  (input) => {
    try {
      return answer(input);
    } catch (error) {
      if (error instanceof StrategicPatchError) return { error: error.message };
      throw error;
    }
  },
  differing,
);
