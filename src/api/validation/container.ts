import { isDnsLabel, isPortName, isPortNumber } from '../names.ts';
import type { Container, ContainerPort, PodSpec, Volume, VolumeMount } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateEnv, validateEnvFrom } from './env.ts';
import { complaints, duplicate, forbidden, invalidValue, notFoundValue, required, unsupported } from './errors.ts';
import { validateLifecycle, validateProbes } from './probe.ts';
import { validateResources } from './resources.ts';
import { validateSecurityContext } from './securityContext.ts';
import { validateLocalPath } from './volume.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];
const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
const restartPolicies = ['Always', 'Never', 'OnFailure'];

function validatePorts(ports: ContainerPort[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  for (const [index, port] of (ports ?? []).entries()) {
    const at = `${field}[${index}]`;
    if (port.name) {
      const wrong = isPortName(port.name);
      errors.push(...complaints(`${at}.name`, port.name, wrong));
      if (wrong.length === 0 && names.has(port.name)) errors.push(duplicate(`${at}.name`, port.name));
      names.add(port.name);
    }
    if (!port.containerPort) errors.push(required(`${at}.containerPort`));
    else errors.push(...complaints(`${at}.containerPort`, port.containerPort, isPortNumber(port.containerPort)));
    if (port.hostPort) errors.push(...complaints(`${at}.hostPort`, port.hostPort, isPortNumber(port.hostPort)));
    if (!port.protocol) errors.push(required(`${at}.protocol`));
    else if (!protocols.includes(port.protocol)) errors.push(unsupported(`${at}.protocol`, port.protocol, protocols));
  }
  return errors;
}

function validateMounts(
  mounts: VolumeMount[] | undefined,
  volumes: ReadonlyMap<string, Volume>,
  container: Container,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const paths = new Set<string>();
  for (const [index, mount] of (mounts ?? []).entries()) {
    const at = `${field}[${index}]`;
    if (!mount.name) errors.push(required(`${at}.name`));
    if (!volumes.has(mount.name)) errors.push(notFoundValue(`${at}.name`, mount.name));
    if (!mount.mountPath) errors.push(required(`${at}.mountPath`));
    if (paths.has(mount.mountPath)) errors.push(invalidValue(`${at}.mountPath`, mount.mountPath, 'must be unique'));
    paths.add(mount.mountPath);
    if (mount.subPath) errors.push(...validateLocalPath(mount.subPath, `${field}.subPath`));
    if (mount.subPathExpr) {
      if (mount.subPath)
        errors.push(
          invalidValue(`${at}.subPathExpr`, mount.subPathExpr, 'subPathExpr and subPath are mutually exclusive'),
        );
      errors.push(...validateLocalPath(mount.subPathExpr, `${field}.subPathExpr`));
    }
    errors.push(...validatePropagation(mount.mountPropagation, container, `${field}.mountPropagation`));
  }
  return errors;
}

function validatePropagation(propagation: string | undefined, container: Container, field: string): FieldError[] {
  if (propagation === undefined) return [];
  if (!['Bidirectional', 'HostToContainer', 'None'].includes(propagation))
    return [unsupported(field, propagation, ['Bidirectional', 'HostToContainer', 'None'])];
  if (propagation === 'Bidirectional' && !container.securityContext?.privileged)
    return [forbidden(field, 'Bidirectional mount propagation is available only to privileged containers')];
  return [];
}

/** What every container of a Pod must be like, whatever it is for. Source: validateContainerCommon. */
export function validateCommon(
  container: Container,
  volumes: ReadonlyMap<string, Volume>,
  spec: PodSpec,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!container.name) errors.push(required(`${field}.name`));
  else errors.push(...complaints(`${field}.name`, container.name, isDnsLabel(container.name)));
  const image = container.image ?? '';
  if (!image) errors.push(required(`${field}.image`));
  else if (image.trim() !== image)
    errors.push(invalidValue(`${field}.image`, image, 'must not have leading or trailing whitespace'));
  const { terminationMessagePolicy, imagePullPolicy } = container;
  if (terminationMessagePolicy && !['File', 'FallbackToLogsOnError'].includes(terminationMessagePolicy))
    errors.push(
      unsupported(`${field}.terminationMessagePolicy`, terminationMessagePolicy, ['File', 'FallbackToLogsOnError']),
    );
  errors.push(...validatePorts(container.ports, `${field}.ports`));
  errors.push(...validateEnv(container.env, `${field}.env`));
  errors.push(...validateEnvFrom(container.envFrom, `${field}.envFrom`));
  errors.push(...validateMounts(container.volumeMounts, volumes, container, `${field}.volumeMounts`));
  if (!imagePullPolicy) errors.push(required(`${field}.imagePullPolicy`));
  else if (!pullPolicies.includes(imagePullPolicy))
    errors.push(unsupported(`${field}.imagePullPolicy`, imagePullPolicy, pullPolicies));
  errors.push(...validateResources(container.resources, `${field}.resources`, spec.resourceClaims));
  for (const policy of container.resizePolicy ?? [])
    if (!['NotRequired', 'RestartContainer'].includes(policy.restartPolicy))
      errors.push(unsupported(`${field}.resizePolicy`, policy.restartPolicy, ['NotRequired', 'RestartContainer']));
  errors.push(...validateSecurityContext(container.securityContext, `${field}.securityContext`));
  return errors;
}

const validateRestartPolicy = (container: Container, field: string): FieldError[] =>
  container.restartPolicy !== undefined && !restartPolicies.includes(container.restartPolicy)
    ? [unsupported(`${field}.restartPolicy`, container.restartPolicy, restartPolicies)]
    : [];

/** The same host port may be taken once by a Pod's containers together. */
function validateHostPorts(containers: readonly Container[], field: string): FieldError[] {
  const errors: FieldError[] = [];
  const taken = new Set<string>();
  for (const [index, container] of containers.entries())
    for (const [portIndex, port] of (container.ports ?? []).entries()) {
      if (!port.hostPort) continue;
      const key = `${port.protocol}/${port.hostIP ?? ''}/${port.hostPort}`;
      if (taken.has(key)) errors.push(duplicate(`${field}[${index}].ports[${portIndex}].hostPort`, key));
      taken.add(key);
    }
  return errors;
}

/** The containers of a Pod. Source: validateContainers. */
export function validateContainers(spec: PodSpec, volumes: ReadonlyMap<string, Volume>, field: string): FieldError[] {
  const containers = spec.containers ?? [];
  if (containers.length === 0) return [required(field)];
  const errors: FieldError[] = [];
  const names = new Set<string>();
  for (const [index, container] of containers.entries()) {
    const at = `${field}[${index}]`;
    errors.push(...validateCommon(container, volumes, spec, at));
    if (container.name && names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    errors.push(...validateLifecycle(container.lifecycle, `${at}.lifecycle`, spec.terminationGracePeriodSeconds));
    errors.push(...validateProbes(container, at));
    errors.push(...validateRestartPolicy(container, at));
  }
  return [...errors, ...validateHostPorts(containers, field)];
}

const runOnceOnly = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** The init containers of a Pod; only sidecars (restartPolicy Always) may have probes and hooks. Source: validateInitContainers. */
export function validateInitContainers(
  spec: PodSpec,
  volumes: ReadonlyMap<string, Volume>,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set((spec.containers ?? []).map((container) => container.name));
  for (const [index, container] of (spec.initContainers ?? []).entries()) {
    const at = `${field}[${index}]`;
    errors.push(...validateCommon(container, volumes, spec, at));
    errors.push(...validateRestartPolicy(container, at));
    if (container.name && names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    errors.push(...validateHostPorts([container], field));
    if (container.restartPolicy === 'Always') {
      errors.push(...validateLifecycle(container.lifecycle, `${at}.lifecycle`, spec.terminationGracePeriodSeconds));
      errors.push(...validateProbes(container, at));
    } else
      for (const kind of runOnceOnly)
        if (container[kind])
          errors.push(forbidden(`${at}.${kind}`, 'may not be set for init containers without restartPolicy=Always'));
  }
  return errors;
}
