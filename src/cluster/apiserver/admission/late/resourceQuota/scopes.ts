import { qosClass } from '../../../../../api/effective.ts';
import type { PersistentVolumeClaim, Pod, PodAffinityTerm, Stored } from '../../../../../api/objects.ts';
import type { ScopeRequirement } from './evaluator.ts';

/** Whether a Pod has a time to live of its own. */
export const isTerminating = ({ spec }: Pod): boolean => (spec?.activeDeadlineSeconds ?? -1) >= 0;

/** Whether one of the values that the scope is about is as it wants; without values only exclusions hold. */
function matchesValues({ operator, values = [] }: ScopeRequirement, present: readonly string[]): boolean {
  switch (operator) {
    case 'Exists':
      return present.length > 0;
    case 'DoesNotExist':
      return present.length === 0;
    case 'In':
      return present.some((value) => values.includes(value));
    case 'NotIn':
      return present.length === 0 || present.some((value) => !values.includes(value));
    default:
      return false;
  }
}

/** Source: podMatchesScopeFunc. */
export function podMatchesScope(scope: ScopeRequirement, pod: Stored<Pod>): boolean {
  switch (scope.scopeName) {
    case 'Terminating':
      return isTerminating(pod);
    case 'NotTerminating':
      return !isTerminating(pod);
    case 'BestEffort':
      return qosClass(pod) === 'BestEffort';
    case 'NotBestEffort':
      return qosClass(pod) !== 'BestEffort';
    case 'PriorityClass':
      return matchesValues(scope, pod.spec?.priorityClassName ? [pod.spec.priorityClassName] : []);
    case 'CrossNamespacePodAffinity':
      return looksIntoOtherNamespaces(pod);
    default:
      return false;
  }
}

const crosses = (term: PodAffinityTerm | undefined) =>
  (term?.namespaces?.length ?? 0) > 0 || term?.namespaceSelector !== undefined;

function looksIntoOtherNamespaces({ spec }: Pod): boolean {
  return [spec?.affinity?.podAffinity, spec?.affinity?.podAntiAffinity].some(
    (affinity) =>
      affinity?.requiredDuringSchedulingIgnoredDuringExecution?.some(crosses) ||
      affinity?.preferredDuringSchedulingIgnoredDuringExecution?.some(({ podAffinityTerm }) =>
        crosses(podAffinityTerm),
      ),
  );
}

/** Source: pvcMatchesScopeFunc. */
export function claimMatchesScope(scope: ScopeRequirement, { spec, status }: Stored<PersistentVolumeClaim>): boolean {
  if (scope.scopeName !== ('VolumeAttributesClass' as ScopeRequirement['scopeName'])) return false;
  const names = [
    spec?.volumeAttributesClassName,
    status?.currentVolumeAttributesClassName,
    status?.modifyVolumeStatus?.targetVolumeAttributesClassName,
  ];
  return matchesValues(scope, [...new Set(names.filter((name): name is string => Boolean(name)))]);
}
