import { isConfigMapKey, isDnsLabel, isDnsSubdomain, isRelaxedEnvironmentName, maskTrailingDash } from '../../names.ts';
import type { EnvFromSource, EnvVar, EnvVarSource, FileKeySelector, PodSpec } from '../../objects.ts';
import { containersOf } from '../../podContainers.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, notFoundValue, required } from '../errors.ts';
import { validateNoBackSteps } from '../volumes/paths.ts';
import { environmentFields, validateFieldRef, validateResourceFieldRef } from './fieldRefs.ts';

/** A key of a ConfigMap or Secret. */
function validateKeyRef({ name = '', key }: { name?: string; key?: string }, field: string): FieldError[] {
  const errors = complaints(`${field}.name`, name, isDnsSubdomain(name));
  if (!key) return [...errors, required(`${field}.key`)];
  return [...errors, ...complaints(`${field}.key`, key, isConfigMapKey(key))];
}

function validateFileKeyRef({ key, volumeName, path }: FileKeySelector, field: string): FieldError[] {
  const orRequired = (name: string, value: string | undefined, check: (value: string, at: string) => FieldError[]) =>
    value ? check(value, `${field}.${name}`) : [required(`${field}.${name}`)];
  return [
    ...orRequired('key', key, (value, at) => complaints(at, value, isRelaxedEnvironmentName(value))),
    ...orRequired('volumeName', volumeName, (value, at) => complaints(at, value, isDnsLabel(value))),
    ...orRequired('path', path, validateNoBackSteps),
  ];
}

const noSource =
  'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`';

function validateSource(variable: EnvVar, source: EnvVarSource, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source;
  const count = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter(Boolean).length;
  if (fieldRef) errors.push(...validateFieldRef(fieldRef, `${field}.fieldRef`, environmentFields));
  if (resourceFieldRef) errors.push(...validateResourceFieldRef(resourceFieldRef, `${field}.resourceFieldRef`, false));
  if (configMapKeyRef) errors.push(...validateKeyRef(configMapKeyRef, `${field}.configMapKeyRef`));
  if (secretKeyRef) errors.push(...validateKeyRef(secretKeyRef, `${field}.secretKeyRef`));
  if (fileKeyRef) errors.push(...validateFileKeyRef(fileKeyRef, `${field}.fileKeyRef`));
  if (count === 0) errors.push(invalidValue(field, '', noSource));
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

/** Sources of whole environments, whose names may end in a dash. Source: ValidateEnvFrom. */
export function validateEnvFrom(sources: EnvFromSource[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, { prefix, configMapRef, secretRef }] of (sources ?? []).entries()) {
    const at = `${field}[${index}]`;
    if (prefix) errors.push(...complaints(`${at}.prefix`, prefix, isRelaxedEnvironmentName(prefix)));
    for (const [kind, reference] of Object.entries({ configMapRef, secretRef })) {
      if (!reference) continue;
      const { name } = reference;
      if (!name) errors.push(required(`${at}.${kind}.name`));
      else errors.push(...complaints(`${at}.${kind}.name`, name, isDnsSubdomain(maskTrailingDash(name))));
    }
    if (!configMapRef && !secretRef)
      errors.push(invalidValue(field, '', 'must specify one of: `configMapRef` or `secretRef`'));
    else if (configMapRef && secretRef)
      errors.push(invalidValue(field, '', 'may not have more than one field specified at a time'));
  }
  return errors;
}

/** The volumes out of whose files variables come are emptyDirs. Source: validateFileKeyRefVolumes. */
export function validateFileKeyVolumes(spec: PodSpec, field: string): FieldError[] {
  return containersOf(spec, field).flatMap(({ container, field: at }) =>
    (container.env ?? []).flatMap(({ valueFrom }, index) => {
      const name = valueFrom?.fileKeyRef?.volumeName;
      if (name === undefined) return [];
      const path = `${at}.env[${index}].valueFrom.fileKeyRef.volumeName`;
      const volume = spec.volumes?.findLast((candidate) => candidate.name === name);
      if (!volume) return [notFoundValue(path, name)];
      return volume.emptyDir ? [] : [invalidValue(path, name, 'referenced volume must be of type emptyDir')];
    }),
  );
}
