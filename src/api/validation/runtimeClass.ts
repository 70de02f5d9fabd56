import { isDnsLabel } from '../names.ts';
import type { RuntimeClass } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, immutable, invalidValue } from './errors.ts';
import { validateLabels } from './metadata.ts';
import { validateContainerResources } from './pod/resources.ts';
import { validateTolerations } from './pod/tolerations.ts';

/** What is wrong with a RuntimeClass, besides its metadata. Source: pkg/apis/node/validation ValidateRuntimeClass. */
export function validateRuntimeClass({ handler = '', overhead, scheduling }: RuntimeClass): FieldError[] {
  const errors = complaints('handler', handler, isDnsLabel(handler));
  // What a Pod costs more is checked as if it were the limits of a container.
  if (overhead?.podFixed) errors.push(...validateContainerResources({ limits: overhead.podFixed }, 'overhead'));
  if (scheduling?.nodeSelector) errors.push(...validateLabels(scheduling.nodeSelector, 'scheduling.nodeSelector'));
  return [...errors, ...validateTolerations(scheduling?.tolerations, 'scheduling.tolerations')];
}

/** Only the handler is looked at: it stays. Source: ValidateRuntimeClassUpdate. */
export const validateRuntimeClassUpdate = (now: RuntimeClass, old: RuntimeClass): FieldError[] =>
  now.handler === old.handler ? [] : [invalidValue('handler', now.handler, immutable)];
