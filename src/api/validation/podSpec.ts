import { isAddress } from '../addresses.ts';
import { effectiveRequests } from '../effective.ts';
import { isDnsLabel, isDnsSubdomain, isQualifiedName } from '../names.ts';
import type { PodSpec, Volume } from '../objects.ts';
import { toBytes, toMillicores } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { validateContainers, validateInitContainers } from './container.ts';
import { validateEphemeralContainers } from './ephemeralContainers.ts';
import { complaints, duplicate, invalidValue, required, unsupported } from './errors.ts';
import { validateLabels } from './metadata.ts';
import { validateResources } from './resources.ts';
import { validateAffinity, validateSpread, validateTolerations } from './scheduling.ts';
import { validatePodSecurityContext } from './securityContext.ts';
import { validateVolumes } from './volume.ts';

const restartPolicies = ['Always', 'OnFailure', 'Never'];
const dnsPolicies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const largestInt32 = 2147483647;

function validatePolicies(spec: PodSpec, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const { restartPolicy, dnsPolicy } = spec;
  if (!restartPolicy) errors.push(required(`${field}.restartPolicy`));
  else if (!restartPolicies.includes(restartPolicy))
    errors.push(unsupported(`${field}.restartPolicy`, restartPolicy, restartPolicies));
  if (!dnsPolicy) errors.push(required(`${field}.dnsPolicy`));
  else if (!dnsPolicies.includes(dnsPolicy)) errors.push(unsupported(`${field}.dnsPolicy`, dnsPolicy, dnsPolicies));
  return errors;
}

function validateDnsConfig(spec: PodSpec, field: string): FieldError[] {
  const config = spec.dnsConfig;
  const errors: FieldError[] = [];
  const at = `${field}.dnsConfig`;
  if (spec.dnsPolicy === 'None' && !config?.nameservers?.length)
    errors.push(
      config
        ? required(`${at}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None')
        : required(at, 'must provide `dnsConfig` when `dnsPolicy` is None'),
    );
  if (!config) return errors;
  const { nameservers = [], searches = [] } = config;
  if (nameservers.length > 3)
    errors.push(invalidValue(`${at}.nameservers`, nameservers, 'must not have more than 3 nameservers'));
  for (const [index, server] of nameservers.entries())
    errors.push(...complaints(`${at}.nameservers[${index}]`, server, isAddress(server)));
  if (searches.length > 32)
    errors.push(invalidValue(`${at}.searches`, searches, 'must not have more than 32 search paths'));
  return errors;
}

function validateHost(spec: PodSpec, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const { serviceAccountName, nodeName, activeDeadlineSeconds, hostname, subdomain } = spec;
  if (serviceAccountName)
    errors.push(...complaints(`${field}.serviceAccountName`, serviceAccountName, isDnsSubdomain(serviceAccountName)));
  if (nodeName) errors.push(...complaints(`${field}.nodeName`, nodeName, isDnsSubdomain(nodeName)));
  if (activeDeadlineSeconds !== undefined && (activeDeadlineSeconds < 1 || activeDeadlineSeconds > largestInt32))
    errors.push(
      invalidValue(
        `${field}.activeDeadlineSeconds`,
        activeDeadlineSeconds,
        `must be between 1 and ${largestInt32}, inclusive`,
      ),
    );
  if (hostname) errors.push(...complaints(`${field}.hostname`, hostname, isDnsLabel(hostname)));
  if (subdomain) errors.push(...complaints(`${field}.subdomain`, subdomain, isDnsLabel(subdomain)));
  return errors;
}

function validateGates(spec: PodSpec, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, gate] of (spec.readinessGates ?? []).entries())
    errors.push(
      ...complaints(
        `${field}.readinessGates[${index}].conditionType`,
        gate.conditionType,
        isQualifiedName(gate.conditionType),
      ),
    );
  const seen = new Set<string>();
  for (const [index, gate] of (spec.schedulingGates ?? []).entries()) {
    const at = `${field}.schedulingGates[${index}]`;
    errors.push(...complaints(at, gate.name, isQualifiedName(gate.name)));
    if (seen.has(gate.name)) errors.push(duplicate(at, gate.name));
    seen.add(gate.name);
  }
  return errors;
}

function validateAliases(spec: PodSpec, field: string): FieldError[] {
  return (spec.hostAliases ?? []).flatMap((alias, index) => [
    ...complaints(`${field}.hostAliases[${index}].ip`, alias.ip, isAddress(alias.ip)),
    ...(alias.hostnames ?? []).flatMap((name, nameIndex) =>
      complaints(`${field}.hostAliases[${index}].hostnames[${nameIndex}]`, name, isDnsSubdomain(name)),
    ),
  ]);
}

/** Resources of the Pod as a whole: cpu, memory and huge pages, no less than the containers ask for. */
function validatePodResources(spec: PodSpec, field: string): FieldError[] {
  if (!spec.resources) return [];
  const at = `${field}.resources`;
  const errors = validateResources(spec.resources, at);
  const containers = effectiveRequests({ spec: { ...spec, overhead: {} } }, { skipPodLevelResources: true });
  const requests = (spec.resources.requests ?? {}) as Record<string, string>;
  const needed: Record<string, [number, string]> = {
    cpu: [containers.milliCPU, milliText(containers.milliCPU)],
    memory: [containers.memory, String(containers.memory)],
  };
  for (const name of ['cpu', 'memory']) {
    const own = requests[name];
    const [amount, text] = needed[name] ?? [0, ''];
    if (own === undefined || (name === 'cpu' ? toMillicores(own) : toBytes(own)) >= amount) continue;
    errors.push(
      invalidValue(
        `${at}.requests[${name}]`,
        own,
        `must be greater than or equal to aggregate container requests of ${text}`,
      ),
    );
  }
  return errors;
}

const milliText = (milli: number) => (milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`);

/** The names of the volumes that mounts may use. */
function volumesByName(volumes: Volume[] | undefined): ReadonlyMap<string, Volume> {
  return volumes ? new Map(volumes.map((volume) => [volume.name, volume])) : noVolumes;
}
const noVolumes: ReadonlyMap<string, Volume> = new Map();

/** The spec of a Pod or of a template, at `field`. Source: k8s.io/kubernetes pkg/apis/core/validation ValidatePodSpec. */
export function validatePodSpec(given: PodSpec | undefined, field: string): FieldError[] {
  const spec = given ?? { containers: [] };
  const volumes = volumesByName(spec.volumes);
  const errors: FieldError[] = validateVolumes(spec.volumes, `${field}.volumes`);
  errors.push(...validateContainers(spec, volumes, `${field}.containers`));
  if (spec.initContainers) errors.push(...validateInitContainers(spec, volumes, `${field}.initContainers`));
  if (spec.ephemeralContainers)
    errors.push(...validateEphemeralContainers(spec, volumes, `${field}.ephemeralContainers`));
  errors.push(...validatePodResources(spec, field));
  errors.push(...validatePolicies(spec, field));
  if (spec.nodeSelector) errors.push(...validateLabels(spec.nodeSelector, `${field}.nodeSelector`));
  errors.push(...validateHostNetwork(spec, field));
  errors.push(...validatePodSecurityContext(spec, field));
  errors.push(...validateAffinity(spec.affinity, `${field}.affinity`));
  errors.push(...validateDnsConfig(spec, field));
  errors.push(...validateGates(spec, field));
  errors.push(...validateSpread(spec.topologySpreadConstraints, `${field}.topologySpreadConstraints`));
  errors.push(...validateHost(spec, field));
  errors.push(...validateTolerations(spec.tolerations, `${field}.tolerations`));
  errors.push(...validateAliases(spec, field));
  const { priorityClassName, preemptionPolicy, os } = spec;
  if (priorityClassName)
    errors.push(...complaints(`${field}.priorityClassName`, priorityClassName, isDnsSubdomain(priorityClassName)));
  if (preemptionPolicy !== undefined && !['Never', 'PreemptLowerPriority'].includes(preemptionPolicy))
    errors.push(unsupported(`${field}.preemptionPolicy`, preemptionPolicy, ['Never', 'PreemptLowerPriority']));
  if (os && os.name !== 'linux' && os.name !== 'windows')
    errors.push(os.name ? unsupported(`${field}.os`, os.name, ['linux', 'windows']) : required(`${field}.os.name`));
  return errors;
}

function validateHostNetwork(spec: PodSpec, field: string): FieldError[] {
  if (!spec.hostNetwork) return [];
  return (spec.containers ?? []).flatMap((container, index) =>
    (container.ports ?? []).flatMap((port, portIndex) =>
      port.hostPort && port.hostPort !== port.containerPort
        ? [
            invalidValue(
              `${field}.containers[${index}].ports[${portIndex}].hostPort`,
              port.hostPort,
              'must match `containerPort` when `hostNetwork` is true',
            ),
          ]
        : [],
    ),
  );
}
