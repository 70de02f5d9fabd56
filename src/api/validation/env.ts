import { isConfigMapKey, isDnsSubdomain, isQualifiedName, isRelaxedEnvironmentName } from '../names.ts';
import type { EnvFromSource, EnvVar, EnvVarSource, ObjectFieldSelector, ResourceFieldSelector } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue, required, unsupported } from './errors.ts';

const environmentFields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
export const volumeFields = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];
/** Fields of a Pod that a reference can name at all. Source: ConvertDownwardAPIFieldLabel. */
const knownFields = [...environmentFields, ...volumeFields, 'spec.restartPolicy', 'spec.host'];
const environmentResources = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];

/** A reference to a field of the Pod; `allowed` depends on where it stands. */
export function validateFieldRef(
  reference: ObjectFieldSelector,
  field: string,
  allowed: readonly string[],
): FieldError[] {
  const path = reference.fieldPath;
  if (!reference.apiVersion) return [required(`${field}.apiVersion`)];
  if (!path) return [required(`${field}.fieldPath`)];
  const subscript = /^(metadata\.(?:annotations|labels))\['(.*)'\]$/.exec(path);
  if (subscript) {
    const [, of, key = ''] = subscript;
    return complaints(field, key, isQualifiedName(of === 'metadata.annotations' ? key.toLowerCase() : key));
  }
  if (!knownFields.includes(path))
    return [invalidValue(`${field}.fieldPath`, path, `error converting fieldPath: field label not supported: ${path}`)];
  return allowed.includes(path) ? [] : [unsupported(`${field}.fieldPath`, path, allowed)];
}

const divisors: Record<string, { allowed: string[]; detail: string }> = {
  cpu: { allowed: ['1m', '1', '0'], detail: "only divisor's values 1m and 1 are supported with the cpu resource" },
  memory: {
    allowed: ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei', '0'],
    detail:
      "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the memory resource",
  },
};

/** A reference to an amount of a container's resources. */
export function validateResourceFieldRef(
  reference: ResourceFieldSelector,
  field: string,
  inVolume: boolean,
): FieldError[] {
  const { resource } = reference;
  if (inVolume && !reference.containerName) return [required(`${field}.containerName`)];
  if (!resource) return [required(`${field}.resource`)];
  const hugePages = /^(limits|requests)\.hugepages-/.test(resource);
  if (!environmentResources.includes(resource) && !hugePages)
    return [unsupported(`${field}.resource`, resource, environmentResources)];
  const rule = divisors[resource.endsWith('.cpu') ? 'cpu' : 'memory'];
  if (!rule || rule.allowed.includes(String(reference.divisor ?? '0'))) return [];
  return [invalidValue(`${field}.divisor`, resource, rule.detail)];
}

function validateKeyRef(reference: { name?: string; key?: string }, field: string): FieldError[] {
  const errors = complaints(`${field}.name`, reference.name ?? '', isDnsSubdomain(reference.name ?? ''));
  if (!reference.key) return [...errors, required(`${field}.key`)];
  return [...errors, ...complaints(`${field}.key`, reference.key, isConfigMapKey(reference.key))];
}

function validateSource(variable: EnvVar, source: EnvVarSource, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source;
  const count = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter(Boolean).length;
  if (fieldRef) errors.push(...validateFieldRef(fieldRef, `${field}.fieldRef`, environmentFields));
  if (resourceFieldRef) errors.push(...validateResourceFieldRef(resourceFieldRef, `${field}.resourceFieldRef`, false));
  if (configMapKeyRef) errors.push(...validateKeyRef(configMapKeyRef, `${field}.configMapKeyRef`));
  if (secretKeyRef) errors.push(...validateKeyRef(secretKeyRef, `${field}.secretKeyRef`));
  if (count === 0)
    errors.push(
      invalidValue(
        field,
        '',
        'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
      ),
    );
  else if (variable.value) errors.push(invalidValue(field, '', 'may not be specified when `value` is not empty'));
  else if (count > 1) errors.push(invalidValue(field, '', 'may not have more than one field specified at a time'));
  return errors;
}

/** The environment of a container. Source: ValidateEnv. */
export function validateEnv(variables: EnvVar[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, variable] of (variables ?? []).entries()) {
    const { name, valueFrom } = variable;
    if (!name) errors.push(required(`${field}[${index}].name`));
    else if (!/^[A-Za-z0-9_]+$/.test(name))
      errors.push(...complaints(`${field}[${index}].name`, name, isRelaxedEnvironmentName(name)));
    if (valueFrom) errors.push(...validateSource(variable, valueFrom, `${field}[${index}].valueFrom`));
  }
  return errors;
}

/** Sources of whole environments. Source: validateEnvFrom. */
export function validateEnvFrom(sources: EnvFromSource[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, { prefix, configMapRef, secretRef }] of (sources ?? []).entries()) {
    const at = `${field}[${index}]`;
    if (prefix) errors.push(...complaints(`${at}.prefix`, prefix, isRelaxedEnvironmentName(prefix)));
    for (const [kind, reference] of Object.entries({ configMapRef, secretRef })) {
      if (!reference) continue;
      if (!reference.name) errors.push(required(`${at}.${kind}.name`));
      else errors.push(...complaints(`${at}.${kind}.name`, reference.name, isDnsSubdomain(reference.name)));
    }
    if (!configMapRef && !secretRef)
      errors.push(invalidValue(field, '', 'must specify one of: `configMapRef` or `secretRef`'));
    else if (configMapRef && secretRef)
      errors.push(invalidValue(field, '', 'may not have more than one field specified at a time'));
  }
  return errors;
}
