import { isDnsSubdomain } from '../names.ts';
import type { ObjectMeta, PodSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateEphemeralContainers } from './ephemeralContainers.ts';
import { complaints, required, unsupported } from './errors.ts';
import { validateLabels } from './metadata.ts';
import { validateAffinity } from './pod/affinity.ts';
import { validateContainers } from './pod/container.ts';
import { validateDnsConfig, validateDnsPolicy, validateHostAliases } from './pod/dns.ts';
import { validateFileKeyVolumes } from './pod/env.ts';
import { validateReadinessGates, validateSchedulingGates } from './pod/gates.ts';
import { validateHostNetwork, validateHostnameOverride, validateHostUsers, validateNamesOfPod } from './pod/host.ts';
import { validateHostProcess } from './pod/hostProcess.ts';
import { validateInitContainers } from './pod/initContainers.ts';
import { validateOperatingSystem } from './pod/operatingSystem.ts';
import { validatePodLevelResources } from './pod/podResources.ts';
import { validatePodSecurityContext } from './pod/podSecurityContext.ts';
import { validatePodClaims } from './pod/resourceClaims.ts';
import { validateContainerResources } from './pod/resources.ts';
import { validateTolerations } from './pod/tolerations.ts';
import { validateSpread } from './pod/topologySpread.ts';
import { validateVolumes } from './volumes/volumes.ts';

function oneOf(value: string | undefined, supported: string[], field: string): FieldError[] {
  if (!value) return [required(field)];
  return supported.includes(value) ? [] : [unsupported(field, value, supported)];
}

function validateClasses(spec: PodSpec, field: string): FieldError[] {
  const { priorityClassName, runtimeClassName, preemptionPolicy, overhead } = spec;
  return [
    ...(priorityClassName
      ? complaints(`${field}.priorityClassName`, priorityClassName, isDnsSubdomain(priorityClassName))
      : []),
    ...(runtimeClassName === undefined
      ? []
      : complaints(`${field}.runtimeClassName`, runtimeClassName, isDnsSubdomain(runtimeClassName))),
    ...(preemptionPolicy === undefined
      ? []
      : oneOf(preemptionPolicy, ['PreemptLowerPriority', 'Never'], `${field}.preemptionPolicy`)),
    ...(overhead ? validateContainerResources({ limits: overhead }, `${field}.overhead`) : []),
  ];
}

const noSpec: PodSpec = { containers: [] };

/**
 * The spec of a Pod or of a template, at `field`. `pod` is the Pod's metadata; a template has none yet. Source:
 * k8s.io/kubernetes pkg/apis/core/validation ValidatePodSpec.
 */
export function validatePodSpec(given: PodSpec | undefined, field: string, pod?: ObjectMeta): FieldError[] {
  const spec = given ?? noSpec;
  const errors: FieldError[] = [];
  const add = (found: FieldError[]) => {
    if (found.length > 0) errors.push(...found);
  };
  if (spec.terminationGracePeriodSeconds === undefined) add([required(`${field}.terminationGracePeriodSeconds`)]);
  const { volumes, errors: ofVolumes } = validateVolumes(spec.volumes, `${field}.volumes`, pod?.name);
  add(ofVolumes);
  add(validatePodClaims(spec.resourceClaims, pod, `${field}.resourceClaims`));
  add(validateContainers(spec, volumes, `${field}.containers`));
  add(validateInitContainers(spec, volumes, `${field}.initContainers`));
  if (spec.ephemeralContainers) add(validateEphemeralContainers(spec, volumes, `${field}.ephemeralContainers`));
  add(validatePodLevelResources(spec, `${field}.resources`));
  add(validateHostNetwork(spec, field, pod !== undefined));
  add(oneOf(spec.restartPolicy, ['Always', 'OnFailure', 'Never'], `${field}.restartPolicy`));
  add(validateDnsPolicy(spec, `${field}.dnsPolicy`));
  add(validateLabels(spec.nodeSelector, `${field}.nodeSelector`));
  add(validatePodSecurityContext(spec, `${field}.securityContext`));
  add(validateAffinity(spec.affinity, `${field}.affinity`));
  add(validateDnsConfig(spec, `${field}.dnsConfig`));
  add(validateReadinessGates(spec, `${field}.readinessGates`));
  add(validateSchedulingGates(spec, `${field}.schedulingGates`));
  add(validateSpread(spec.topologySpreadConstraints, `${field}.topologySpreadConstraints`));
  add(validateHostProcess(spec, field));
  add(validateHostUsers(spec, field));
  add(validateHostnameOverride(spec, field));
  add(validateNamesOfPod(spec, field));
  add(validateTolerations(spec.tolerations, `${field}.tolerations`));
  add(validateHostAliases(spec.hostAliases, `${field}.hostAliases`));
  add(validateClasses(spec, field));
  add(validateOperatingSystem(spec, field));
  add(validateFileKeyVolumes(spec, field));
  return errors;
}
