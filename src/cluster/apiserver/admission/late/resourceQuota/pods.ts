import { effectiveResources } from '../../../../../api/effective.ts';
import type { Container, Pod, Stored } from '../../../../../api/objects.ts';
import { fromTimestamp } from '../../../../../api/time.ts';
import type { Milliseconds } from '../../../../world/queue.ts';
import { type Amounts, amountsOf } from '../amounts.ts';
import { type Evaluator, one } from './evaluator.ts';
import { isTerminating, podMatchesScope } from './scopes.ts';

const compute = ['cpu', 'memory', 'ephemeral-storage'];
const names = ['count/pods', 'pods', ...compute, ...compute.flatMap((name) => [`requests.${name}`, `limits.${name}`])];

const isHugePages = (name: string) => name.startsWith('hugepages-');
const isNative = (name: string) => !name.includes('/') || name.includes('kubernetes.io/');
const deviceClasses = 'requests.deviceclass.resource.kubernetes.io/';

/** A name of a quota that is about what Pods ask for besides the usual. */
const isOther = (name: string) =>
  isHugePages(name) ||
  name.startsWith('requests.hugepages-') ||
  (name.startsWith('requests.') && (!isNative(name) || name.startsWith(deviceClasses)));

/** What Pods must state where a quota is about it: a mistake of early days, which is kept. */
const stated = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

/** Counts Pods and what they ask for. Source: pkg/quota/v1/evaluator/core/pods.go. */
export const pods: Evaluator = {
  handles({ operation, subresource, old }, object) {
    if (subresource) return subresource === 'resize';
    return operation === 'CREATE' || isTerminating(old as Stored<Pod>) !== isTerminating(object as Stored<Pod>);
  },
  matchingResources: (given) => given.filter((name) => names.includes(name) || isOther(name)),
  usage(object, now) {
    const pod = object as Stored<Pod>;
    if (isOver(pod, now)) return { 'count/pods': one };
    return { 'count/pods': one, ...named(effectiveResources(pod, 'requests'), effectiveResources(pod, 'limits')) };
  },
  matchesScope: (scope, object) => podMatchesScope(scope, object as Stored<Pod>),
  constraints(given, object) {
    const { spec } = object as Stored<Pod>;
    const own = { ...spec?.resources?.requests, ...spec?.resources?.limits };
    if (Object.keys(own).length > 0) return undefined;
    const needed = given.filter((name) => stated.includes(name)).sort();
    const containers = [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])];
    const missing = needed.flatMap((name) => {
      const silent = containers.filter((container) => !(name in namedOf(container))).map((container) => container.name);
      return silent.length > 0 ? [`${name} for: ${[...new Set(silent)].sort().join(',')}`] : [];
    });
    return missing.length > 0 ? `must specify ${missing.join('; ')}` : undefined;
  },
};

const namedOf = ({ resources }: Container) => named(amountsOf(resources?.requests), amountsOf(resources?.limits));

/** Requests and limits under the names that quotas have for them. Source: podComputeUsageHelper. */
function named(requests: Amounts, limits: Amounts): Amounts {
  const result: Amounts = { pods: one };
  for (const [name, amount] of Object.entries(requests)) {
    if (compute.includes(name) || isHugePages(name)) result[name] = amount;
    if (compute.includes(name) || isHugePages(name) || !isNative(name)) result[`requests.${name}`] = amount;
  }
  for (const [name, amount] of Object.entries(limits)) if (compute.includes(name)) result[`limits.${name}`] = amount;
  return result;
}

/** Whether a Pod has ended, or should have. Source: QuotaV1Pod. */
function isOver({ metadata, status }: Stored<Pod>, now: Milliseconds): boolean {
  if (status?.phase === 'Failed' || status?.phase === 'Succeeded') return true;
  const { deletionTimestamp, deletionGracePeriodSeconds: grace } = metadata;
  if (deletionTimestamp === undefined || grace === undefined) return false;
  return now > fromTimestamp(deletionTimestamp) + grace * 1000;
}
