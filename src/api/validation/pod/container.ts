import { isDnsLabel } from '../../names.ts';
import type { Container, EphemeralContainer, PodSpec, Volume } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, duplicate, invalidValue, required, unsupported } from '../errors.ts';
import { validateEnv, validateEnvFrom } from './env.ts';
import { validateDevices, validateMounts } from './mounts.ts';
import { validateHostPorts, validatePorts } from './ports.ts';
import { validateLifecycle, validateProbes } from './probe.ts';
import { validatePullPolicy } from './pullPolicy.ts';
import { validateContainerResources } from './resources.ts';
import { validateResizePolicy, validateRestartPolicy } from './restartPolicy.ts';
import { validateSecurityContext } from './securityContext.ts';

const messagePolicies = ['File', 'FallbackToLogsOnError'];

/** What every container of a Pod must be like, whatever it is for. Source: validateContainerCommon. */
export function validateCommon(
  container: Container | EphemeralContainer,
  volumes: ReadonlyMap<string, Volume>,
  spec: PodSpec,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const { name, image, terminationMessagePolicy: messagePolicy } = container;
  if (!name) errors.push(required(`${field}.name`));
  else errors.push(...complaints(`${field}.name`, name, isDnsLabel(name)));
  if (!image) errors.push(required(`${field}.image`));
  if (!messagePolicy) errors.push(required(`${field}.terminationMessagePolicy`));
  else if (!messagePolicies.includes(messagePolicy))
    errors.push(unsupported(`${field}.terminationMessagePolicy`, messagePolicy, messagePolicies));
  errors.push(...validatePorts(container.ports, `${field}.ports`));
  errors.push(...validateEnv(container.env, `${field}.env`));
  errors.push(...validateEnvFrom(container.envFrom, `${field}.envFrom`));
  if (container.volumeMounts) errors.push(...validateMounts(container, volumes, `${field}.volumeMounts`));
  if (container.volumeDevices) errors.push(...validateDevices(container, volumes, `${field}.volumeDevices`));
  errors.push(...validatePullPolicy(container.imagePullPolicy, `${field}.imagePullPolicy`));
  errors.push(...validateContainerResources(container.resources, `${field}.resources`, spec.resourceClaims));
  errors.push(...validateResizePolicy(container.resizePolicy, spec.restartPolicy, `${field}.resizePolicy`));
  const hostUsers = spec.hostUsers ?? true;
  errors.push(...validateSecurityContext(container.securityContext, `${field}.securityContext`, hostUsers));
  return errors;
}

/** The containers of a Pod. Source: validateContainers. */
export function validateContainers(spec: PodSpec, volumes: ReadonlyMap<string, Volume>, field: string): FieldError[] {
  const containers = spec.containers ?? [];
  if (containers.length === 0) return [required(field)];
  const errors: FieldError[] = [];
  const names = new Set<string>();
  const grace = spec.terminationGracePeriodSeconds;
  for (const [index, container] of containers.entries()) {
    const at = `${field}[${index}]`;
    const { name = '' } = container;
    errors.push(...validateCommon(container, volumes, spec, at));
    if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
    names.add(name);
    errors.push(...validateLifecycle(container.lifecycle, `${at}.lifecycle`, grace));
    errors.push(...validateProbes(container, at));
    errors.push(...validateRestartPolicy(container, at));
  }
  return [...errors, ...validateHostPorts(containers, field)];
}

/** An image of a Pod, though not that of a template, is written without spaces around. Source: validateContainerOnlyForPod. */
export const validateImage = ({ image = '' }: Container | EphemeralContainer, field: string): FieldError[] =>
  image.trim() === image ? [] : [invalidValue(`${field}.image`, image, 'must not have leading or trailing whitespace')];

/** Source: validateContainersOnlyForPod. */
export const validateImages = (containers: Container[] | undefined, field: string): FieldError[] =>
  (containers ?? []).flatMap((container, index) => validateImage(container, `${field}[${index}]`));
