import { qosClass } from '../effective.ts';
import { isSame } from '../equal.ts';
import { goValue } from '../goValue/goValue.ts';
import type { Container, Pod, PodSpec, Quantity, ResourceRequirements } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden, invalidValue } from './errors.ts';
import { validatePod } from './pod.ts';
import { mirrorAnnotation } from './podAnnotationsUpdate.ts';

type Resources = ResourceRequirements | undefined;
type List = Record<string, Quantity> | undefined;

const onlyMutable = 'only cpu and memory resources are mutable';
const isSidecar = ({ restartPolicy }: Container) => restartPolicy === 'Always';
const countOf = (list: readonly unknown[] | undefined) => list?.length ?? 0;

/** A node that cannot resize shows no resources in the status of what runs on it. */
function isResizable({ status }: Pod): boolean {
  const running = status?.containerStatuses?.find(({ state }) => state?.running);
  return !running || running.resources !== undefined;
}

const isRemoved = (now: List, before: List) => Object.keys(before ?? {}).some((name) => now?.[name] === undefined);

function validateRemoval(now: Resources, before: Resources, field: string, what: string): FieldError[] {
  const errors: FieldError[] = [];
  if (isRemoved(now?.requests, before?.requests))
    errors.push(forbidden(`${field}.requests`, `${what} requests cannot be removed`));
  if (isRemoved(now?.limits, before?.limits))
    errors.push(forbidden(`${field}.limits`, `${what} limits cannot be removed`));
  return errors;
}

/** The new amounts with the old ones of cpu and memory. */
function withOldAmounts(now: List, before: List): List {
  if (!now && !before) return undefined;
  const { cpu: _cpu, memory: _memory, ...others } = now ?? {};
  const { cpu, memory } = before ?? {};
  return { ...others, ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) };
}

const withOldLists = (now: Resources, before: Resources) => ({
  limits: withOldAmounts(now?.limits, before?.limits),
  requests: withOldAmounts(now?.requests, before?.requests),
});

/** The container as it was but for what may not be resized of it; claims of devices are not compared. */
const withOldResources = (container: Container, before: Container | undefined): object => ({
  ...container,
  resources: withOldLists(container.resources, before?.resources),
});

const isSameContainer = (now: object, before: Container | undefined) =>
  isSame(goValue('v1.Container', now), goValue('v1.Container', before));

const hasAmounts = (resources: Resources) =>
  Object.keys(resources?.requests ?? {}).length + Object.keys(resources?.limits ?? {}).length > 0;

/** Resources of the Pod as a whole, masked in what may change. */
function comparablePodResources(now: Resources, before: Resources): object | undefined {
  if (!now) return undefined;
  const { limits, requests } = withOldLists(now, before);
  const amounts = { limits, requests };
  if (!before && !hasAmounts(amounts as ResourceRequirements) && countOf(now.claims) === 0) return undefined;
  return { ...now, ...amounts };
}

const isSameResources = (now: object | undefined, before: Resources) =>
  isSame(goValue('*v1.ResourceRequirements', now), goValue('*v1.ResourceRequirements', before));

function validatePodLevel(now: Resources, before: Resources): FieldError[] {
  if (!hasAmounts(now) && !hasAmounts(before)) return [];
  if (before && !now) return [forbidden('spec.resources', 'pod-level resources cannot be removed')];
  const errors = before ? validateRemoval(now, before, 'spec.resources', 'pod-level resource') : [];
  return isSameResources(comparablePodResources(now, before), before)
    ? errors
    : [...errors, forbidden('spec', `${onlyMutable} at pod-level`)];
}

/** Containers can be neither added nor taken away, renamed or put in another order. */
function validateOrder(spec: PodSpec, before: PodSpec): FieldError[] {
  return (['containers', 'initContainers'] as const).flatMap((kind) => {
    const [now, old] = [spec[kind] ?? [], before[kind] ?? []];
    if (now.length !== old.length) return [forbidden(`spec.${kind}`, `${kind} may not be added or removed on resize`)];
    return old.flatMap(({ name }, index) =>
      now[index]?.name === name
        ? []
        : [forbidden(`spec.${kind}[${index}].name`, `${kind} may not be renamed or reordered on resize`)],
    );
  });
}

function validateInitContainer(container: Container, before: Container | undefined, index: number): FieldError[] {
  const field = `spec.initContainers[${index}]`;
  const errors: FieldError[] = [];
  if (!isSameContainer(withOldResources(container, before), before))
    errors.push(forbidden(field, 'only cpu and memory resources for init or sidecar containers are mutable'));
  if (isSidecar(container) || isSameContainer(container, before)) return errors;
  const restarting = (container.resizePolicy ?? []).filter(({ restartPolicy }) => restartPolicy === 'RestartContainer');
  const detail = 'non-sidecar init containers with a resize policy of RestartContainer cannot be resized';
  return [...errors, ...restarting.map(() => forbidden(field, detail))];
}

function validateContainers(spec: PodSpec, before: PodSpec): FieldError[] {
  const removals = (['initContainers', 'containers'] as const).flatMap((kind) =>
    (before[kind] ?? []).flatMap(({ resources }, index) =>
      validateRemoval(spec[kind]?.[index]?.resources, resources, `spec.${kind}[${index}].resources`, 'resource'),
    ),
  );
  const changes = spec.containers.flatMap((container, index) => {
    const old = before.containers[index];
    return isSameContainer(withOldResources(container, old), old) ? [] : [forbidden('spec', onlyMutable)];
  });
  const ofInit = (spec.initContainers ?? []).flatMap((container, index) =>
    validateInitContainer(container, before.initContainers?.[index], index),
  );
  return [...removals, ...changes, ...ofInit];
}

/** Whether nothing but what may be resized differs. */
function isOnlyResized(spec: PodSpec, before: PodSpec): boolean {
  const masked = {
    ...spec,
    resources: comparablePodResources(spec.resources, before.resources),
    containers: spec.containers.map((container, index) => withOldResources(container, before.containers[index])),
    initContainers: spec.initContainers?.map((container, index) =>
      withOldResources(container, before.initContainers?.[index]),
    ),
  };
  return isSame(goValue('v1.PodSpec', masked), goValue('v1.PodSpec', before));
}

/** What a resize of a Pod may not do, besides its metadata: cpu and memory alone may change. Source: ValidatePodResize. */
export function validatePodResize(pod: Pod, old: Pod): FieldError[] {
  const [spec, before] = [pod.spec ?? { containers: [] }, old.spec ?? { containers: [] }];
  if (old.metadata?.annotations?.[mirrorAnnotation] !== undefined)
    return [forbidden('', 'static pods cannot be resized')];
  if (before.os?.name === 'windows') return [forbidden('', 'windows pods cannot be resized')];
  const errors = validatePod(pod);
  const { qosClass: shown = '' } = pod.status ?? {};
  if (qosClass(old) !== qosClass({ spec }))
    errors.push(invalidValue('spec', shown, 'Pod QOS Class may not change as a result of resizing'));
  if (!isResizable(old)) errors.push(forbidden('spec', 'Pod running on node without support for resize'));
  errors.push(...validatePodLevel(spec.resources, before.resources));
  if (countOf(old.status?.nodeAllocatableResourceClaimStatuses) > 0)
    errors.push(forbidden('spec', 'pods with node allocatable resource claims cannot be resized'));
  const disorder = validateOrder(spec, before);
  if (disorder.length > 0) return [...errors, ...disorder];
  errors.push(...validateContainers(spec, before));
  return errors.length > 0 || isOnlyResized(spec, before) ? errors : [forbidden('spec', onlyMutable)];
}
