import { isDnsLabel } from '../names.ts';
import type { PersistentVolumeClaim, PodTemplateSpec, StatefulSet, Volume } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, complaints, invalidValue, required, unsupported } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { isEmptySelector, validateAlwaysRestarts, validatePodTemplate, validateTemplateLabels } from './podTemplate.ts';

type Spec = NonNullable<StatefulSet['spec']>;

function validateUpdateStrategy({ updateStrategy }: Spec): FieldError[] {
  const field = 'spec.updateStrategy';
  const { type = '', rollingUpdate } = updateStrategy ?? {};
  if (type === '') return [required(field)];
  if (type === 'OnDelete')
    return rollingUpdate
      ? [
          invalidValue(
            `${field}.rollingUpdate`,
            goRolling(rollingUpdate),
            "only allowed for updateStrategy 'RollingUpdate'",
          ),
        ]
      : [];
  if (type === 'RollingUpdate') return checkNotNegative(`${field}.rollingUpdate.partition`, rollingUpdate?.partition);
  const value = { Type: type, RollingUpdate: rollingUpdate ? goRolling(rollingUpdate) : null };
  return [invalidValue(field, value, "must be 'RollingUpdate' or 'OnDelete'")];
}

const goRolling = (rolling: NonNullable<NonNullable<Spec['updateStrategy']>['rollingUpdate']>) => ({
  Partition: rolling.partition ?? 0,
  MaxUnavailable: rolling.maxUnavailable ?? null,
});

const retentions = ['Retain', 'Delete'];

function validateRetention({ persistentVolumeClaimRetentionPolicy: policy }: Spec): FieldError[] {
  if (!policy) return [];
  const at = 'spec.persistentVolumeClaimRetentionPolicy';
  return (['whenDeleted', 'whenScaled'] as const).flatMap((when) => {
    const value = policy[when] ?? '';
    return retentions.includes(value) ? [] : [unsupported(`${at}.${when}`, value, retentions)];
  });
}

/** The template as its Pods will have it: each claim template is a volume, before the others. */
function withClaims(template: PodTemplateSpec | undefined, claims: readonly PersistentVolumeClaim[]): PodTemplateSpec {
  const names = claims.map(({ metadata }) => metadata?.name ?? '');
  const volumes: Volume[] = names.map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  const others = (template?.spec?.volumes ?? []).filter(({ name }) => !names.includes(name));
  const all = [...volumes, ...others];
  const spec = template?.spec ?? { containers: [] };
  return { ...template, spec: all.length > 0 ? { ...spec, volumes: all } : spec };
}

/** Source: ValidatePersistentVolumeClaimTemplate of a StatefulSet: what a claim must have. */
function validateClaims(claims: readonly PersistentVolumeClaim[], validate: ClaimValidator): FieldError[] {
  return claims.flatMap(({ spec }, index) => validate(spec, `spec.volumeClaimTemplates[${index}].spec`));
}

/** How the spec of a claim is validated, at a field. */
export type ClaimValidator = (spec: PersistentVolumeClaim['spec'], field: string) => FieldError[];

/** What is wrong with a StatefulSet, besides its metadata. Source: pkg/apis/apps/validation ValidateStatefulSetSpec. */
export function validateStatefulSet(statefulSet: StatefulSet, validateClaim: ClaimValidator): FieldError[] {
  const spec: Spec = statefulSet.spec ?? ({} as Spec);
  const { podManagementPolicy = '', serviceName, selector, template, volumeClaimTemplates: claims = [] } = spec;
  const errors: FieldError[] = [];
  if (podManagementPolicy === '') errors.push(required('spec.podManagementPolicy'));
  else if (!['OrderedReady', 'Parallel'].includes(podManagementPolicy))
    errors.push(invalidValue('spec.podManagementPolicy', podManagementPolicy, "must be 'OrderedReady' or 'Parallel'"));
  errors.push(...validateUpdateStrategy(spec), ...validateRetention(spec));
  errors.push(...checkNotNegative('spec.replicas', spec.replicas));
  errors.push(...checkNotNegative('spec.minReadySeconds', spec.minReadySeconds));
  errors.push(...checkNotNegative('spec.ordinals.start', spec.ordinals?.start));
  if (serviceName) errors.push(...complaints('spec.serviceName', serviceName, isDnsLabel(serviceName)));
  if (!selector) errors.push(required('spec.selector'));
  else {
    errors.push(...validateLabelSelector(selector, 'spec.selector'));
    if (isEmptySelector(selector))
      errors.push(invalidValue('spec.selector', {}, 'empty selector is invalid for statefulset'));
  }
  if (!selector || !isEmptySelector(selector))
    errors.push(...validateTemplateLabels(template, selector, 'spec.template'));
  errors.push(...validatePodTemplate(withClaims(template, claims), 'spec.template'));
  errors.push(...validateAlwaysRestarts(template, 'spec.template', 'StatefulSet'));
  errors.push(...validateClaims(claims, validateClaim));
  return errors;
}
