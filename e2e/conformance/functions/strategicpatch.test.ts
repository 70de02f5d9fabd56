import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { strategicMergePatch } from '../../../src/api/patch/strategicMergePatch.ts';
import { threeWayJsonMergePatch } from '../../../src/api/patch/threeWayJsonMergePatch.ts';
import { threeWayPatch, twoWayPatch } from '../../../src/api/patch/threeWayPatch.ts';
import { PatchConflict, StrategicPatchError } from '../../../src/api/patch/values.ts';
import { resources } from '../../../src/api/resources.ts';
import { toYaml } from '../../../src/kubectl/output/yaml.ts';
import { readCases, testCases } from './recorded.ts';

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
  if (input.fn === 'CreateThreeWayJSONMergePatch')
    return { patch: threeWayJsonMergePatch(input.original ?? {}, input.modified, input.current) };
  const plural = resources.find((resource) => resource.kind === input.kind)?.plural ?? '';
  if (input.fn === 'StrategicMergePatch') return { after: strategicMergePatch(plural, input.before, input.patch) };
  const [patch, from] =
    input.fn === 'CreateTwoWayMergePatch'
      ? [twoWayPatch(plural, input.original ?? {}, input.modified), input.original ?? {}]
      : [threeWayPatch(plural, input.original ?? {}, input.modified, input.current, input.overwrite), input.current];
  return { patch, after: strategicMergePatch(plural, from, patch) };
}

const cases = readCases<Input, { error?: string }>('strategicpatch.json');

testCases(cases, (input) => {
  try {
    return answer(input);
  } catch (error) {
    if (error instanceof StrategicPatchError) return { error: error.message };
    if (error instanceof PatchConflict)
      return {
        error: `patch:\n${toYaml(error.patch)}\nconflicts with changes made from original to current:\n${toYaml(error.changed)}\n`,
      };
    throw error;
  }
});
