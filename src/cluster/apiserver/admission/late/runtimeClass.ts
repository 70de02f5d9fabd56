import { isSame } from '../../../../api/equal.ts';
import type { Pod, RuntimeClass, Stored, Toleration } from '../../../../api/objects.ts';
import { isFailure } from '../../../../api/status.ts';
import { getObject } from '../../../world/store.ts';
import { type AdmissionSteps, refuse } from '../admission.ts';

type Place = Parameters<NonNullable<AdmissionSteps['admit']>>;

/** Source: plugin/pkg/admission/runtimeclass. */
export const runtimeClass: AdmissionSteps = {
  admit(...place) {
    const [, object, resource, write] = place;
    const pod = object as Stored<Pod>;
    const found = classOf(place);
    if (!found || !pod.spec) return pod;
    if (isFailure(found)) return found;
    const spec = { ...pod.spec };
    const overhead = found.overhead?.podFixed;
    if (found.overhead) {
      if (spec.overhead && !isSame(spec.overhead, overhead)) return refuse(resource, write, notThatOverhead);
      if (overhead) spec.overhead = overhead;
    }
    const { nodeSelector, tolerations } = found.scheduling ?? {};
    if (nodeSelector) {
      for (const [key, value] of Object.entries(nodeSelector)) {
        const own = spec.nodeSelector?.[key];
        if (own !== undefined && own !== value)
          return refuse(
            resource,
            write,
            `conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${value}; pod.spec.nodeSelector[${key}] = ${own}`,
          );
      }
      spec.nodeSelector = { ...spec.nodeSelector, ...nodeSelector };
    }
    if (tolerations) spec.tolerations = mergeTolerations([...(spec.tolerations ?? []), ...tolerations]);
    write.isCheckNeeded = true;
    const admitted: Stored<Pod> = { ...pod, spec };
    return admitted;
  },
  validate(...place) {
    const [, object, resource, write] = place;
    const { overhead = {} } = (object as Stored<Pod>).spec ?? {};
    const found = classOf(place);
    if (found && isFailure(found)) return found;
    if (found?.overhead) {
      const isThat = isSame(found.overhead.podFixed ?? {}, overhead);
      return isThat ? undefined : refuse(resource, write, notThatOverhead);
    }
    if (Object.keys(overhead).length === 0) return undefined;
    return refuse(
      resource,
      write,
      'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
    );
  },
};

const notThatOverhead = "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead";

function classOf([world, object, resource, write]: Place) {
  const name = (object as Stored<Pod>).spec?.runtimeClassName;
  if (name === undefined) return undefined;
  const found = getObject<Stored<RuntimeClass>>(world.store, 'runtimeclasses', name);
  return found ?? refuse(resource, write, `pod rejected: RuntimeClass ${JSON.stringify(name)} not found`);
}

/** Without those that others make needless; of equal ones the first stays. Source: pkg/util/tolerations MergeTolerations. */
export function mergeTolerations(all: readonly Toleration[]): Toleration[] {
  const merged: Toleration[] = [];
  for (const [index, one] of all.entries()) {
    const isNeedless =
      merged.some((other) => covers(other, one)) ||
      all.slice(index + 1).some((other) => !isSame(other, one) && covers(other, one));
    if (!isNeedless) merged.push(one);
  }
  return merged;
}

/** Whether `wide` tolerates all that `narrow` does. */
function covers(wide: Toleration, narrow: Toleration): boolean {
  if (isSame(wide, narrow)) return true;
  if ((narrow.key ?? '') !== (wide.key ?? '') && (wide.key || wide.operator !== 'Exists')) return false;
  if ((narrow.effect ?? '') !== (wide.effect ?? '') && wide.effect) return false;
  const [most, asked] = [wide.tolerationSeconds, narrow.tolerationSeconds];
  if (wide.effect === 'NoExecute' && most !== undefined && (asked === undefined || asked > most)) return false;
  if (wide.operator === 'Exists') return true;
  const isEqual = (wide.operator ?? 'Equal') === 'Equal';
  return isEqual && narrow.operator === 'Equal' && (narrow.value ?? '') === (wide.value ?? '');
}
