import type { Container, Lifecycle, Probe } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { checkNotNegative, invalidValue } from '../errors.ts';
import { validateHandler } from './handler.ts';

const numbers = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

function validateProbe(probe: Probe, field: string): FieldError[] {
  const errors = validateHandler(probe, field, undefined);
  for (const name of numbers) errors.push(...checkNotNegative(`${field}.${name}`, probe[name]));
  const grace = probe.terminationGracePeriodSeconds;
  if (grace !== undefined && grace <= 0)
    errors.push(invalidValue(`${field}.terminationGracePeriodSeconds`, grace, 'must be greater than 0'));
  return errors;
}

/** A probe that kills: one success is enough. */
function validateKillingProbe(probe: Probe | undefined, field: string): FieldError[] {
  if (!probe) return [];
  const errors = validateProbe(probe, field);
  const { successThreshold = 0 } = probe;
  if (successThreshold !== 1) errors.push(invalidValue(`${field}.successThreshold`, successThreshold, 'must be 1'));
  return errors;
}

function validateReadinessProbe(probe: Probe | undefined, field: string): FieldError[] {
  if (!probe) return [];
  const errors = validateProbe(probe, field);
  const grace = probe.terminationGracePeriodSeconds;
  if (grace !== undefined)
    errors.push(invalidValue(`${field}.terminationGracePeriodSeconds`, grace, 'must not be set for readinessProbes'));
  return errors;
}

/** The three probes of a container. */
export function validateProbes(
  { livenessProbe, readinessProbe, startupProbe }: Container,
  field: string,
): FieldError[] {
  return [
    ...validateKillingProbe(livenessProbe, `${field}.livenessProbe`),
    ...validateReadinessProbe(readinessProbe, `${field}.readinessProbe`),
    ...validateKillingProbe(startupProbe, `${field}.startupProbe`),
  ];
}

/** The hooks of a container; `grace` is the Pod's termination grace period. Source: validateLifecycle. */
export function validateLifecycle(
  lifecycle: Lifecycle | undefined,
  field: string,
  grace: number | undefined,
): FieldError[] {
  const { postStart, preStop } = lifecycle ?? {};
  return [
    ...(postStart ? validateHandler(postStart, `${field}.postStart`, grace) : []),
    ...(preStop ? validateHandler(preStop, `${field}.preStop`, grace) : []),
  ];
}
