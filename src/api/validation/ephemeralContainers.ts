import { isSame } from '../equal.ts';
import { goValue } from '../goValue/goValue.ts';
import type { EphemeralContainer, PodSpec, Volume } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { duplicate, forbidden, notFoundValue } from './errors.ts';
import { validateCommon, validateImage } from './pod/container.ts';

const notAllowed = 'cannot be set for an Ephemeral Container';

/** What nobody may rely on a container for debugging for, with the type that tells whether it is set. */
const forbiddenFields: readonly (readonly [keyof EphemeralContainer, string])[] = [
  ['ports', '[]v1.ContainerPort'],
  ['resources', 'v1.ResourceRequirements'],
  ['resizePolicy', '[]v1.ContainerResizePolicy'],
  ['restartPolicy', '*string'],
  ['restartPolicyRules', '[]v1.ContainerRestartRule'],
  ['livenessProbe', '*v1.Probe'],
  ['readinessProbe', '*v1.Probe'],
  ['startupProbe', '*v1.Probe'],
  ['lifecycle', '*v1.Lifecycle'],
];

const isSet = (type: string, value: unknown) => !isSame(goValue(type, value), goValue(type, undefined));

function validateFields(container: EphemeralContainer, field: string): FieldError[] {
  const errors = forbiddenFields.flatMap(([name, type]) =>
    isSet(type, container[name]) ? [forbidden(`${field}.${name}`, notAllowed)] : [],
  );
  for (const [index, mount] of (container.volumeMounts ?? []).entries())
    for (const name of ['subPath', 'subPathExpr'] as const)
      if (mount[name]) errors.push(forbidden(`${field}.volumeMounts[${index}].${name}`, notAllowed));
  return errors;
}

/** The containers for debugging of a Pod. Source: validateEphemeralContainers. */
export function validateEphemeralContainers(
  spec: PodSpec,
  volumes: ReadonlyMap<string, Volume>,
  field: string,
): FieldError[] {
  const others = new Set([...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name }) => name));
  const names = new Set(others);
  return (spec.ephemeralContainers ?? []).flatMap((container, index) => {
    const at = `${field}[${index}]`;
    const { name, targetContainerName } = container;
    const errors = [...validateCommon(container, volumes, spec, at), ...validateImage(container, at)];
    if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
    names.add(name);
    if (targetContainerName && !others.has(targetContainerName))
      errors.push(notFoundValue(`${at}.targetContainerName`, targetContainerName));
    return [...errors, ...validateFields(container, at)];
  });
}
