import type { DaemonSet } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, invalidValue, required, unsupported } from './errors.ts';
import { atMostAll, isNought, validateIntOrPercent } from './intOrPercent.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { validateSelectorStays } from './ownSelector.ts';
import { isEmptySelector, validateAlwaysRestarts, validatePodTemplate, validateTemplateLabels } from './podTemplate.ts';

type Spec = NonNullable<DaemonSet['spec']>;
const strategies = ['RollingUpdate', 'OnDelete'];

/** Source: ValidateDaemonSetUpdateStrategy, ValidateRollingUpdateDaemonSet. */
function validateUpdateStrategy({ updateStrategy }: Spec): FieldError[] {
  const field = 'spec.updateStrategy';
  const { type = '', rollingUpdate } = updateStrategy ?? {};
  if (type === 'OnDelete') return [];
  if (type !== 'RollingUpdate') {
    const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
    const shown = rollingUpdate ? { MaxUnavailable: maxUnavailable, MaxSurge: maxSurge } : null;
    return [unsupported(field, { Type: type, RollingUpdate: shown }, strategies)];
  }
  if (!rollingUpdate) return [required(`${field}.rollingUpdate`)];
  const at = `${field}.rollingUpdate`;
  const { maxUnavailable, maxSurge } = rollingUpdate;
  const errors = [
    ...validateIntOrPercent(maxUnavailable, `${at}.maxUnavailable`),
    ...validateIntOrPercent(maxSurge, `${at}.maxSurge`),
    ...atMostAll(maxUnavailable, `${at}.maxUnavailable`),
    ...atMostAll(maxSurge, `${at}.maxSurge`),
  ];
  if (!isNought(maxUnavailable) && !isNought(maxSurge))
    errors.push(invalidValue(`${at}.maxSurge`, maxSurge, 'may not be set when maxUnavailable is non-zero'));
  if (isNought(maxUnavailable) && isNought(maxSurge))
    errors.push(required(`${at}.maxUnavailable`, 'cannot be 0 when maxSurge is 0'));
  return errors;
}

/** What is wrong with a DaemonSet, besides its metadata. Source: pkg/apis/apps/validation ValidateDaemonSetSpec. */
export function validateDaemonSet(daemonSet: DaemonSet): FieldError[] {
  const spec: Spec = daemonSet.spec ?? ({} as Spec);
  const { selector, template } = spec;
  const errors = validateLabelSelector(selector, 'spec.selector');
  errors.push(...validateTemplateLabels(template, selector, 'spec.template'));
  if (selector && isEmptySelector(selector))
    errors.push(invalidValue('spec.selector', {}, 'empty selector is invalid for daemonset'));
  errors.push(...validatePodTemplate(template, 'spec.template'));
  errors.push(...validateAlwaysRestarts(template, 'spec.template', 'DaemonSet'));
  errors.push(...checkNotNegative('spec.minReadySeconds', spec.minReadySeconds));
  errors.push(...validateUpdateStrategy(spec));
  errors.push(...checkNotNegative('spec.revisionHistoryLimit', spec.revisionHistoryLimit));
  return errors;
}

/**
 * Source: ValidateDaemonSetUpdate: the selector stays. The strategy looks at the new spec before that, too: each finding
 * comes twice.
 */
export const validateDaemonSetUpdate = (daemonSet: DaemonSet, old: DaemonSet): FieldError[] => [
  ...validateDaemonSet(daemonSet),
  ...validateSelectorStays(daemonSet.spec?.selector, old.spec?.selector),
  ...validateDaemonSet(daemonSet),
];
