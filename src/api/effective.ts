/**
 * What a Pod asks for as a whole: its requests, its limits and its QoS class. Sources: k8s.io/component-helpers
 * resource/helpers.go, k8s.io/kubernetes pkg/apis/core/v1/helper/qos.
 */
import type { Container, Pod, PodSpec } from './objects.ts';
import {
  addQuantities,
  compareQuantities,
  parseQuantity,
  type Quantity,
  quantityText,
  toBytes,
  toMillicores,
} from './quantity.ts';

/** Arithmetic on amounts: exact for texts, in plain numbers for the scheduler. */
interface Arithmetic<T> {
  parse(name: string, text: string | number): T;
  add(a: T, b: T): T;
  max(a: T, b: T): T;
}
type Amounts<T> = Record<string, T>;
type Kind = 'requests' | 'limits';

export interface EffectiveOptions {
  excludeOverhead?: boolean;
  skipPodLevelResources?: boolean;
  /** Counted for a container that requests nothing of it, as scheduling scores do. */
  nonMissingContainerRequests?: Record<string, string>;
}

const exact: Arithmetic<Quantity> = {
  parse: (_name, text) => parseQuantity(String(text)),
  add: addQuantities,
  max: (a, b) => (compareQuantities(a, b) >= 0 ? a : b),
};

const isFraction = (text: string | number) => typeof text === 'string' && text.endsWith('m');
const quick: Arithmetic<number> = {
  // Fractions of a byte are kept till the end, since the sum is rounded up, not its parts.
  parse: (name, text) =>
    name === 'cpu' ? toMillicores(text) : isFraction(text) ? toMillicores(text) / 1000 : toBytes(text),
  add: (a, b) => a + b,
  max: Math.max,
};

/** Resources that may be asked for by the Pod as a whole, since 1.34. */
const isPodLevel = (name: string) => name === 'cpu' || name === 'memory' || name.startsWith('hugepages-');

function add<T>(arithmetic: Arithmetic<T>, sum: Amounts<T>, more: Amounts<T>): void {
  for (const name in more) {
    const amount = more[name] as T;
    const present = sum[name];
    sum[name] = present === undefined ? amount : arithmetic.add(present, amount);
  }
}

function raise<T>(arithmetic: Arithmetic<T>, most: Amounts<T>, other: Amounts<T>): void {
  for (const name in other) {
    const amount = other[name] as T;
    const present = most[name];
    most[name] = present === undefined ? amount : arithmetic.max(present, amount);
  }
}

function parsed<T>(arithmetic: Arithmetic<T>, list: Record<string, string | number> | undefined): Amounts<T> {
  const amounts: Amounts<T> = {};
  for (const name in list) amounts[name] = arithmetic.parse(name, list[name] ?? '0');
  return amounts;
}

function ofContainer<T>(
  arithmetic: Arithmetic<T>,
  container: Container,
  kind: Kind,
  options: EffectiveOptions,
): Amounts<T> {
  const list = container.resources?.[kind] as Record<string, string | number> | undefined;
  const missing = kind === 'requests' ? options.nonMissingContainerRequests : undefined;
  return parsed(arithmetic, missing ? { ...missing, ...list } : list);
}

/** The sum of the containers and sidecars, or what an init container needs with the sidecars before it, if that is more. */
function aggregate<T>(arithmetic: Arithmetic<T>, spec: PodSpec, kind: Kind, options: EffectiveOptions): Amounts<T> {
  const total: Amounts<T> = {};
  for (const container of spec.containers) add(arithmetic, total, ofContainer(arithmetic, container, kind, options));
  if (!spec.initContainers?.length) return total;
  const sidecars: Amounts<T> = {};
  const init: Amounts<T> = {};
  for (const container of spec.initContainers) {
    const own = ofContainer(arithmetic, container, kind, options);
    if (container.restartPolicy === 'Always') {
      add(arithmetic, total, own);
      add(arithmetic, sidecars, own);
      raise(arithmetic, init, sidecars);
    } else {
      add(arithmetic, own, sidecars);
      raise(arithmetic, init, own);
    }
  }
  raise(arithmetic, total, init);
  return total;
}

function effective<T>(arithmetic: Arithmetic<T>, spec: PodSpec, kind: Kind, options: EffectiveOptions): Amounts<T> {
  const total = aggregate(arithmetic, spec, kind, options);
  const own = options.skipPodLevelResources
    ? undefined
    : (spec.resources?.[kind] as Record<string, string> | undefined);
  for (const name in own) if (isPodLevel(name)) total[name] = arithmetic.parse(name, own[name] ?? '0');
  if (options.excludeOverhead || !spec.overhead) return total;
  const overhead = parsed(arithmetic, spec.overhead as Record<string, string>);
  if (kind === 'limits') for (const name in overhead) if (total[name] === undefined) delete overhead[name];
  add(arithmetic, total, overhead);
  return total;
}

const none: EffectiveOptions = {};

/** The requests or limits of the whole Pod, exactly. Throws QuantityError for amounts that are none. */
export function effectiveResources(pod: Pod, kind: Kind, options = none): Amounts<Quantity> {
  return effective(exact, pod.spec ?? { containers: [] }, kind, options);
}

/** The sum over the containers by the same rule, without overhead and without the Pod's own resources, as texts. */
export function aggregateContainerResources(spec: PodSpec, kind: Kind): Record<string, string> {
  return Object.fromEntries(
    Object.entries(aggregate(exact, spec, kind, none)).map(([name, amount]) => [name, quantityText(amount)]),
  );
}

/** What the scheduler counts for a Pod. */
export interface EffectiveRequests {
  milliCPU: number;
  /** Bytes. */
  memory: number;
  /** Bytes. */
  ephemeralStorage: number;
  /** Whole units of any other resource. */
  others: Record<string, number>;
}

const ceil = (amount: number) => (Number.isInteger(amount) ? amount : Math.ceil(Math.round(amount * 1000) / 1000));

/** The requests of the whole Pod in numbers. Throws QuantityError for amounts that are none. */
export function effectiveRequests(pod: Pod, options = none): EffectiveRequests {
  const {
    cpu = 0,
    memory = 0,
    'ephemeral-storage': ephemeralStorage = 0,
    ...others
  } = effective(quick, pod.spec ?? { containers: [] }, 'requests', options);
  for (const name in others) others[name] = ceil(others[name] ?? 0);
  return { milliCPU: ceil(cpu), memory: ceil(memory), ephemeralStorage: ceil(ephemeralStorage), others };
}

export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';
const counted = ['cpu', 'memory'] as const;

/** The positive amounts of cpu and memory in a list, added to `sum`; how many of the two there were. */
function addPositive(sum: Amounts<Quantity>, list: Record<string, string> | undefined): number {
  let found = 0;
  for (const name of counted) {
    const text = list?.[name];
    if (text === undefined) continue;
    const amount = parseQuantity(String(text));
    if (amount.unscaled <= 0n) continue;
    found++;
    const present = sum[name];
    sum[name] = present ? addQuantities(present, amount) : amount;
  }
  return found;
}

/** The Pod's quality of service; a class in its status is believed. */
export function qosClass(pod: Pod): QosClass {
  if (pod.status?.qosClass) return pod.status.qosClass as QosClass;
  const { spec } = pod;
  const requests: Amounts<Quantity> = {};
  const limits: Amounts<Quantity> = {};
  const owners = spec?.resources ? [spec] : [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])];
  let guaranteed = true;
  for (const { resources } of owners) {
    addPositive(requests, resources?.requests as Record<string, string> | undefined);
    if (addPositive(limits, resources?.limits as Record<string, string> | undefined) < counted.length)
      guaranteed = false;
  }
  const requested = Object.keys(requests);
  const limited = Object.keys(limits);
  if (requested.length === 0 && limited.length === 0) return 'BestEffort';
  const alike = requested.every((name) => {
    const [request, limit] = [requests[name], limits[name]];
    return request && limit && compareQuantities(request, limit) === 0;
  });
  return guaranteed && alike && requested.length === limited.length ? 'Guaranteed' : 'Burstable';
}
