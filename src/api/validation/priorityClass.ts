import type { PriorityClass } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden, immutable, invalidValue, required, unsupported } from './errors.ts';

const highestOfUsers = 1_000_000_000;
const policies = ['PreemptLowerPriority', 'Never'];

/** Source: pkg/apis/scheduling/v1 SystemPriorityClasses. */
const systemValues: Record<string, number> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
};

function wrongSystemClass(name: string, { value, globalDefault = false }: PriorityClass): string | undefined {
  const known = systemValues[name];
  if (known === undefined) return `${name} is not a known system priority class`;
  if (known !== value) return `value of ${name} PriorityClass must be ${known}`;
  return globalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}

function validatePolicy(policy: string | undefined): FieldError[] {
  if (policy === undefined || policies.includes(policy)) return [];
  return [policy === '' ? required('preemptionPolicy') : unsupported('preemptionPolicy', policy, policies)];
}

/** What is wrong with a PriorityClass, besides its metadata. Source: ValidatePriorityClass. */
export function validatePriorityClass(priorityClass: PriorityClass): FieldError[] {
  const errors: FieldError[] = [];
  const name = priorityClass.metadata?.name ?? '';
  if (name.startsWith('system-')) {
    const wrong = wrongSystemClass(name, priorityClass);
    const reserved = "priority class names with 'system-' prefix are reserved for system use only. error: ";
    if (wrong) errors.push(forbidden('metadata.name', reserved + wrong));
  } else if ((priorityClass.value ?? 0) > highestOfUsers)
    errors.push(forbidden('value', `maximum allowed value of a user defined priority is ${highestOfUsers}`));
  return [...errors, ...validatePolicy(priorityClass.preemptionPolicy)];
}

/** Value and policy stay. Source: ValidatePriorityClassUpdate. */
export function validatePriorityClassUpdate(priorityClass: PriorityClass, old: PriorityClass): FieldError[] {
  const { value = 0, preemptionPolicy } = priorityClass;
  const errors: FieldError[] = [];
  if (value !== (old.value ?? 0)) errors.push(forbidden('value', 'may not be changed in an update.'));
  if (preemptionPolicy !== old.preemptionPolicy)
    errors.push(invalidValue('preemptionPolicy', preemptionPolicy ?? null, immutable));
  return errors;
}
