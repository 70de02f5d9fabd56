import type { KubernetesObject, Pod, PriorityClass, Stored } from '../../../api/objects.ts';
import type { Failure } from '../../../api/status.ts';
import { getObject } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { type Admission, type AdmissionPlugin, refuse } from './admission.ts';

type Class = Stored<PriorityClass>;

/** Resolves a Pod's priority class into a number. Source: plugin/pkg/admission/priority. */
export const priority: AdmissionPlugin = {
  name: 'Priority',
  resources: ['pods', 'priorityclasses'],
  operations: ['CREATE', 'UPDATE'],
  admit(world, object, resource, write) {
    const pod = object as Stored<Pod>;
    if (resource.plural !== 'pods' || !pod.spec) return object;
    if (write.operation === 'UPDATE') return keptPriority(pod, write.old as Stored<Pod> | undefined);
    const { priorityClassName, priority: given, preemptionPolicy: givenPolicy } = pod.spec;
    const found = priorityClassName
      ? getObject<Class>(world.store, 'priorityclasses', priorityClassName)
      : globalDefault(world);
    if (priorityClassName && !found)
      return refuse(resource, write, `no PriorityClass with name ${priorityClassName} was found`);
    const value = found?.value ?? 0;
    const policy = found?.preemptionPolicy ?? 'PreemptLowerPriority';
    const computed = (what: unknown) =>
      `must not be provided in pod spec; priority admission controller computed ${what} from the given PriorityClass name`;
    if (given !== undefined && given !== value)
      return refuse(resource, write, `the integer value of priority (${given}) ${computed(value)}`);
    if (givenPolicy !== undefined && givenPolicy !== policy)
      return refuse(resource, write, `the string value of PreemptionPolicy (${givenPolicy}) ${computed(policy)}`);
    const admitted: Stored<Pod> = { ...pod, spec: { ...pod.spec, priority: value, preemptionPolicy: policy } };
    if (found && admitted.spec) admitted.spec.priorityClassName = found.metadata.name;
    return admitted as KubernetesObject;
  },
  validate(world, object, resource, write): Failure | undefined {
    if (resource.plural !== 'priorityclasses' || !(object as Class).globalDefault) return undefined;
    const present = globalDefault(world);
    return present && (write.operation === 'CREATE' || present.metadata.name !== object.metadata.name)
      ? alreadyDefault(resource, write, present)
      : undefined;
  },
};

const alreadyDefault = (resource: Parameters<typeof refuse>[0], write: Admission, { metadata }: Class): Failure =>
  refuse(resource, write, `PriorityClass ${metadata.name} is already marked as default. Only one default can exist`);

/** The class of Pods that name none: of several the lowest. */
function globalDefault(world: World): Class | undefined {
  let lowest: Class | undefined;
  for (const object of world.store.objects.get('priorityclasses')?.values() ?? []) {
    const one = object as Class;
    if (one.globalDefault && (!lowest || (one.value ?? 0) < (lowest.value ?? 0))) lowest = one;
  }
  return lowest;
}

/** What was computed at creation stays where an update leaves it out. */
function keptPriority(pod: Stored<Pod>, old: Stored<Pod> | undefined): KubernetesObject {
  const { priority: value = old?.spec?.priority, preemptionPolicy: policy = old?.spec?.preemptionPolicy } =
    pod.spec ?? {};
  if (!pod.spec || (value === pod.spec.priority && policy === pod.spec.preemptionPolicy)) return pod;
  const spec = {
    ...pod.spec,
    ...(value !== undefined && { priority: value }),
    ...(policy && { preemptionPolicy: policy }),
  };
  return { ...pod, spec } as KubernetesObject;
}
