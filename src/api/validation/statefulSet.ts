import { isDnsLabel } from '../names.ts';
import type { PersistentVolumeClaim, PodTemplateSpec, StatefulSet, Volume } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, complaints, invalidValue, required, unsupported } from './errors.ts';
import { validateOwnSelector } from './ownSelector.ts';
import { validateAlwaysRestarts, validatePodTemplate, validateTemplateMetadata } from './podTemplate.ts';

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

/**
 * The template as its Pods will have it: each claim template is a volume, before the others, and names in the network
 * are the controller's.
 */
function podsTemplate(
  template: PodTemplateSpec | undefined,
  claims: readonly PersistentVolumeClaim[],
): PodTemplateSpec {
  const names = new Set(claims.map(({ metadata }) => metadata?.name ?? ''));
  const added = [...names].map((name): Volume => ({ name, persistentVolumeClaim: { claimName: name } }));
  const others = (template?.spec?.volumes ?? []).filter(({ name }) => !names.has(name));
  const { subdomain: _subdomain, hostname: _hostname, ...spec } = template?.spec ?? { containers: [] };
  return { ...template, spec: added.length > 0 ? { ...spec, volumes: [...added, ...others] } : spec };
}

/** How the spec of a claim is validated, at a field. */
export type ClaimValidator = (spec: PersistentVolumeClaim['spec'], field: string) => FieldError[];

function validatePodManagement({ podManagementPolicy: policy }: Spec): FieldError[] {
  const field = 'spec.podManagementPolicy';
  if (!policy) return [required(field)];
  return ['OrderedReady', 'Parallel'].includes(policy)
    ? []
    : [invalidValue(field, policy, "must be 'OrderedReady' or 'Parallel'")];
}

/** What a change of a StatefulSet is not checked for: it cannot change, or was wrong before. */
export interface StatefulSetTolerance {
  allowInvalidServiceName?: boolean;
  skipClaimTemplates?: boolean;
  skipPodTemplate?: boolean;
}

/** What is wrong with a StatefulSet, besides its metadata. Source: pkg/apis/apps/validation ValidateStatefulSetSpec. */
export function validateStatefulSet(
  statefulSet: StatefulSet,
  validateClaim: ClaimValidator,
  { allowInvalidServiceName, skipClaimTemplates, skipPodTemplate }: StatefulSetTolerance = {},
): FieldError[] {
  const spec: Spec = statefulSet.spec ?? ({} as Spec);
  const { serviceName, template, volumeClaimTemplates: claims = [] } = spec;
  const errors = [...validatePodManagement(spec), ...validateUpdateStrategy(spec), ...validateRetention(spec)];
  if (!skipClaimTemplates)
    for (const [index, claim] of claims.entries())
      errors.push(...validateClaim(claim.spec, `spec.volumeClaimTemplates[${index}].spec`));
  errors.push(...checkNotNegative('spec.replicas', spec.replicas));
  errors.push(...checkNotNegative('spec.minReadySeconds', spec.minReadySeconds));
  errors.push(...checkNotNegative('spec.ordinals.start', spec.ordinals?.start));
  if (!allowInvalidServiceName && serviceName)
    errors.push(...complaints('spec.serviceName', serviceName, isDnsLabel(serviceName)));
  errors.push(
    ...validateOwnSelector(spec, 'statefulset', '', () => [
      ...(skipPodTemplate ? [] : validatePodTemplate(podsTemplate(template, claims), 'spec.template')),
      // Once more by itself.
      ...validateTemplateMetadata(template, 'spec.template'),
    ]),
  );
  errors.push(...validateAlwaysRestarts(template, 'spec.template', 'StatefulSet'));
  return errors;
}
