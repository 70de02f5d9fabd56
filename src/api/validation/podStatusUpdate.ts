import { isAddress, isIPv4 } from '../addresses.ts';
import { isDnsSubdomain, isQualifiedName } from '../names.ts';
import type { Container, ContainerStatus, Pod, PodSpec, PodStatus } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, forbidden, immutable, invalidValue } from './errors.ts';
import { validatePodAnnotationsUpdate } from './podAnnotationsUpdate.ts';

const notNegativeInteger = 'must be a non-negative integer';
const systemConditions: readonly string[] = ['PodScheduled', 'Ready', 'Initialized'];

const validateObservedGeneration = (generation: number | undefined, field: string): FieldError[] =>
  generation !== undefined && generation < 0 ? [invalidValue(field, generation, notNegativeInteger)] : [];

const validateConditions = ({ conditions = [] }: PodStatus): FieldError[] =>
  conditions.flatMap(({ type, observedGeneration }, index) => {
    const field = `status.conditions[${index}]`;
    return [
      ...validateObservedGeneration(observedGeneration, `${field}.observedGeneration`),
      ...(systemConditions.includes(type) ? [] : complaints(`${field}.Type`, type, isQualifiedName(type))),
    ];
  });

function validateNomination(status: PodStatus, before: PodStatus, spec: PodSpec | undefined): FieldError[] {
  const name = status.nominatedNodeName;
  if (!name || name === before.nominatedNodeName) return [];
  const field = 'status.nominatedNodeName';
  const errors = complaints(field, name, isDnsSubdomain(name));
  return spec?.nodeName
    ? [...errors, forbidden(field, 'may not be set on pods that are already bound to a node')]
    : errors;
}

const restartActions = ['Restart', 'RestartAllContainers'];

/** Whether a container that exited so is started again. Source: ContainerShouldRestart. */
function isStartedAgain({ restartPolicyRules, restartPolicy }: Container, spec: PodSpec, exitCode: number): boolean {
  const rule = restartPolicyRules?.find(
    ({ exitCodes }) => exitCodes && (exitCodes.values ?? []).includes(exitCode) === (exitCodes.operator === 'In'),
  );
  if (rule && restartActions.includes(rule.action)) return true;
  const policy = restartPolicy ?? spec.restartPolicy;
  return policy === 'OnFailure' ? exitCode !== 0 : policy !== 'Never';
}

const areAllStartedAgain = ({ containers, initContainers = [] }: PodSpec) =>
  [...containers, ...initContainers].some(({ restartPolicyRules = [] }) =>
    restartPolicyRules.some(({ action }) => action === 'RestartAllContainers'),
  );

/** A container that is over, and is not started again, stays so. */
function validateTransitions(
  now: ContainerStatus[] = [],
  before: ContainerStatus[] = [],
  field: string,
  mayStart: (name: string, exitCode: number) => boolean,
): FieldError[] {
  return before.flatMap(({ name, state }, index) => {
    if (!state?.terminated) return [];
    const next = now.find((status) => status.name === name);
    if (!next || next.state?.terminated || mayStart(name, state.terminated.exitCode)) return [];
    return [forbidden(`${field}[${index}].state`, 'may not be transitioned to non-terminated state')];
  });
}

function validateContainerStates(status: PodStatus, before: PodStatus, spec: PodSpec): FieldError[] {
  const isAnyStarted = areAllStartedAgain(spec);
  const mayStart = (containers: Container[] | undefined) => (name: string, exitCode: number) => {
    const container = containers?.find((one) => one.name === name);
    return isAnyStarted || (container !== undefined && isStartedAgain(container, spec, exitCode));
  };
  return (
    [
      ['containerStatuses', mayStart(spec.containers)],
      ['initContainerStatuses', mayStart(spec.initContainers)],
      ['ephemeralContainerStatuses', () => false],
    ] as const
  ).flatMap(([kind, may]) => validateTransitions(status[kind], before[kind], `status.${kind}`, may));
}

/** At most one address of each family, none twice. */
function validateAddresses(ips: { ip: string }[] | undefined, field: string, at: string): FieldError[] {
  const addresses = (ips ?? []).map(({ ip }) => ip);
  const errors = addresses.flatMap((ip, index) => complaints(`${field}[${index}]${at}`, ip, isAddress(ip)));
  if (addresses.length < 2) return errors;
  const families = new Set(addresses.map(isIPv4));
  if (families.size < 2 || addresses.length > 2) {
    const shown = addresses.map((IP) => ({ IP }));
    errors.push(invalidValue(field, shown, 'may specify no more than one IP for each IP family'));
  }
  for (const [index, ip] of addresses.entries())
    if (addresses.indexOf(ip) < index) errors.push(duplicate(`${field}[${index}]${at}`, { IP: ip }));
  return errors;
}

function validateHostIPs({ hostIP = '', hostIPs = [] }: PodStatus): FieldError[] {
  const [first] = hostIPs;
  if (!first) return [];
  const errors =
    first.ip === hostIP ? [] : [invalidValue('status.hostIPs[0].ip', first.ip, 'must be equal to `hostIP`')];
  return [...errors, ...validateAddresses(hostIPs, 'status.hostIPs', '')];
}

function validateClaimStatuses({ resourceClaimStatuses = [] }: PodStatus, spec: PodSpec | undefined): FieldError[] {
  const claims = new Set(spec?.resourceClaims?.map(({ name }) => name));
  const seen = new Set<string>();
  return resourceClaimStatuses.flatMap(({ name, resourceClaimName }, index) => {
    const field = `status.resourceClaimStatuses[${index}]`;
    const errors: FieldError[] = [];
    if (!claims.has(name))
      errors.push(invalidValue(`${field}.name`, name, 'must match the name of an entry in `spec.resourceClaims`'));
    if (seen.has(name)) errors.push(duplicate(`${field}.name`, name));
    seen.add(name);
    if (resourceClaimName !== undefined)
      errors.push(...complaints(`${field}.resourceClaimName`, resourceClaimName, isDnsSubdomain(resourceClaimName)));
    return errors;
  });
}

/** What an update of a Pod's status may not do, besides its metadata. Source: ValidatePodStatusUpdate. */
export function validatePodStatusUpdate(pod: Pod, old: Pod): FieldError[] {
  const [status, before] = [pod.status ?? {}, old.status ?? {}];
  const spec = old.spec ?? { containers: [] };
  const isQosKept = (status.qosClass ?? '') === (before.qosClass ?? '');
  return [
    ...validatePodAnnotationsUpdate(pod, old),
    ...validateConditions(status),
    ...validateNomination(status, before, old.spec),
    ...validateObservedGeneration(status.observedGeneration, 'status.observedGeneration'),
    ...(isQosKept ? [] : [invalidValue('status.qosClass', status.qosClass ?? '', immutable)]),
    ...validateContainerStates(status, before, spec),
    ...validateClaimStatuses(status, pod.spec),
    ...validateAddresses(status.podIPs, 'status.podIPs', ''),
    ...validateHostIPs(status),
  ];
}
