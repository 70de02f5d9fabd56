import { isDnsLabel, isQualifiedName } from '../../names.ts';
import type { PodAffinity, PodAffinityTerm, PodSpec } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, required } from '../errors.ts';
import { validateLabelSelector } from '../labelSelector.ts';
import { validateMatchLabelKeys } from './matchLabelKeys.ts';
import { validateNodeAffinity } from './nodeAffinity.ts';
import { validateWeight } from './weight.ts';

/** Source: validatePodAffinityTerm. */
function validateTerm(term: PodAffinityTerm | undefined, field: string): FieldError[] {
  const { topologyKey = '', namespaces = [] } = term ?? {};
  return [
    ...validateLabelSelector(term?.labelSelector, `${field}.labelSelector`),
    ...validateLabelSelector(term?.namespaceSelector, `${field}.namespaceSelector`),
    ...namespaces.flatMap((name) => complaints(`${field}.namespace`, name, isDnsLabel(name))),
    ...(term ? validateMatchLabelKeys(term, field) : []),
    ...(topologyKey ? [] : [required(`${field}.topologyKey`, 'can not be empty')]),
    ...complaints(`${field}.topologyKey`, topologyKey, isQualifiedName(topologyKey)),
  ];
}

function validatePodAffinity(affinity: PodAffinity | undefined, field: string): FieldError[] {
  const needed = affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const wishes = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return [
    ...needed.flatMap((term, index) =>
      validateTerm(term, `${field}.requiredDuringSchedulingIgnoredDuringExecution[${index}]`),
    ),
    ...wishes.flatMap(({ weight, podAffinityTerm }, index) => {
      const at = `${field}.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
      return [...validateWeight(weight, `${at}.weight`), ...validateTerm(podAffinityTerm, `${at}.podAffinityTerm`)];
    }),
  ];
}

/** Where the Pod wants to be. Source: validateAffinity. */
export function validateAffinity(affinity: PodSpec['affinity'], field: string): FieldError[] {
  if (!affinity) return [];
  return [
    ...validateNodeAffinity(affinity.nodeAffinity, `${field}.nodeAffinity`),
    ...validatePodAffinity(affinity.podAffinity, `${field}.podAffinity`),
    ...validatePodAffinity(affinity.podAntiAffinity, `${field}.podAntiAffinity`),
  ];
}
