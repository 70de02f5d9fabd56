import type { ReplicationController } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, required } from './errors.ts';
import { validateAlwaysRestarts, validatePodTemplate, validateTemplateLabels } from './podTemplate.ts';

/** What is wrong with a ReplicationController, besides its metadata. Source: ValidateReplicationControllerSpec. */
export function validateReplicationController({ spec }: ReplicationController): FieldError[] {
  const selector = (spec?.selector ?? {}) as Record<string, string>;
  const errors = checkNotNegative('spec.minReadySeconds', spec?.minReadySeconds);
  if (Object.keys(selector).length === 0) errors.push(required('spec.selector'));
  errors.push(...checkNotNegative('spec.replicas', spec?.replicas));
  if (!spec?.template) errors.push(required('spec.template'));
  else {
    if (Object.keys(selector).length > 0)
      errors.push(...validateTemplateLabels(spec.template, { matchLabels: selector }, 'spec.template'));
    errors.push(...validatePodTemplate(spec.template, 'spec.template'));
    errors.push(...validateAlwaysRestarts(spec.template, 'spec.template', 'ReplicationController'));
  }
  return errors;
}

/** The strategy looks at the new spec, and so does ValidateReplicationControllerUpdate: each finding comes twice. */
export const validateReplicationControllerUpdate = (controller: ReplicationController): FieldError[] => [
  ...validateReplicationController(controller),
  ...validateReplicationController(controller),
];
