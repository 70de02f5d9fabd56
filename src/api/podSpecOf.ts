import { changeField } from './defaults/share.ts';
import type { ObjectToWrite, PodSpec } from './objects.ts';

/** Where each kind that holds the spec of Pods has it. */
const paths: Record<string, string[]> = {
  pods: ['spec'],
  podtemplates: ['template', 'spec'],
  cronjobs: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  ...Object.fromEntries(
    ['deployments', 'replicasets', 'replicationcontrollers', 'statefulsets', 'daemonsets', 'jobs'].map((plural) => [
      plural,
      ['spec', 'template', 'spec'],
    ]),
  ),
};

type Fields = Record<string, unknown>;

function changeAt(object: Fields, [first, ...rest]: readonly string[], change: (spec: PodSpec) => PodSpec): Fields {
  if (first === undefined) return change(object as unknown as PodSpec) as unknown as Fields;
  return changeField(object, first, (value) => changeAt(value as Fields, rest, change));
}

/** The object of a resource with the spec of its Pod or template changed; the same object where there is none. */
export function changePodSpec<T extends ObjectToWrite>(
  plural: string,
  object: T,
  change: (spec: PodSpec) => PodSpec,
): T {
  const path = paths[plural];
  return path ? (changeAt(object, path, change) as T) : object;
}
