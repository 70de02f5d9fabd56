import { isSame } from '../../../api/equal.ts';
import type {
  HorizontalPodAutoscalerCondition,
  HPAScalingRules,
  KubernetesObject,
  LabelSelector,
  MetricStatus,
  ObjectToWrite,
  Stored,
} from '../../../api/objects.ts';
import { resourceOfKind } from '../../../api/resources.ts';
import { matchesLabels, matchesSelector } from '../../../api/selectors/labels.ts';
import { notFound } from '../../../api/status.ts';
import { toTimestamp } from '../../../api/time.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { getObject, type Store } from '../../world/store.ts';
import type { Plan, View, Write } from '../controller.ts';
import { selectedPods } from '../selected.ts';
import { limitByRules, limitPlainly, noteScaling, type ScalingHistory, stabilize } from './autoscaling/limits.ts';
import { type Autoscaler, propose } from './autoscaling/metrics.ts';
import type { LateRules } from './registry.ts';

/** How often each autoscaler is looked at, and how long after its creation first. Source: horizontal-pod-autoscaler-sync-period. */
export const syncPeriod: Milliseconds = 15_000;
const tolerance = 0.1;
const scalable = new Set(['deployments', 'replicasets', 'replicationcontrollers', 'statefulsets']);

interface Memory {
  histories?: Map<string, ScalingHistory>;
}

/** Gives a workload as many replicas as its metrics ask for. Source: pkg/controller/podautoscaler of 1.36. */
export const horizontal: LateRules = {
  keysFor: ({ key }) => [key],
  reconcile(view, key) {
    const memory = view.memory as Memory;
    memory.histories ??= new Map();
    const autoscaler = getObject<Autoscaler>(view.store, 'horizontalpodautoscalers', key);
    if (!autoscaler) {
      memory.histories.delete(key);
      return { writes: [] };
    }
    let history = memory.histories.get(key);
    if (!history) {
      history = { recommendations: [], up: [], down: [] };
      memory.histories.set(key, history);
    }
    return { ...sync(view, autoscaler, history), requeueAfter: syncPeriod };
  },
};

/** The object that is scaled: as much of it as its Scale shows. */
interface Scale {
  object: KubernetesObject;
  resource: string;
  replicas: number;
  selector: LabelSelector | Record<string, string> | undefined;
  isPlain: boolean;
}

/** Source: reconcileAutoscaler. */
function sync(view: View, autoscaler: Autoscaler, history: ScalingHistory): Plan {
  const { now, store } = view;
  const draft = new Draft(autoscaler, now);
  const scale = scaleOf(store, autoscaler);
  if ('error' in scale) {
    draft.say('Warning', 'FailedGetScale', scale.error);
    draft.set(
      'AbleToScale',
      'False',
      'FailedGetScale',
      `the HPA controller was unable to get the target's current scale: ${scale.error}`,
    );
    return draft.plan();
  }
  draft.set(
    'AbleToScale',
    'True',
    'SucceededGetScale',
    "the HPA controller was able to get the target's current scale",
  );
  const { minReplicas: min = 1, maxReplicas: max = 1 } = autoscaler.spec ?? {};
  const current = scale.replicas;
  if (history.recommendations.length === 0) history.recommendations.push({ at: now, replicas: current });
  if (current === 0 && min !== 0) {
    draft.set(
      'ScalingActive',
      'False',
      'ScalingDisabled',
      'scaling is disabled since the replica count of the target is zero',
    );
    return draft.finish(current, 0, undefined);
  }
  const bounds = { current, min, max, now };
  if (current > max)
    return rescale(draft, scale, max, 'Current number of replicas above Spec.MaxReplicas', undefined, history);
  if (current < min)
    return rescale(draft, scale, min, 'Current number of replicas below Spec.MinReplicas', undefined, history);

  const found = replicasForMetrics(view, draft, scale);
  if ('error' in found) {
    draft.say('Warning', 'FailedComputeMetricsReplicas', found.error);
    return draft.keep(current, found.statuses);
  }
  const rules = rulesOf(autoscaler);
  const stable = stabilize({ ...bounds, desired: found.replicas }, history, rules);
  draft.set('AbleToScale', 'True', stable.reason, stable.message);
  const wish = { ...bounds, desired: stable.replicas };
  const limited = rules ? limitByRules(wish, history, rules) : limitPlainly(wish);
  draft.set('ScalingLimited', limited.replicas === stable.replicas ? 'False' : 'True', limited.reason, limited.message);
  if (limited.replicas === current) return draft.finish(current, current, found.statuses);
  const why =
    found.replicas > current
      ? `${found.metric} above target`
      : found.replicas < current
        ? 'All metrics below target'
        : '';
  return rescale(draft, scale, limited.replicas, why, found.statuses, history);
}

type Rules = { up?: HPAScalingRules; down?: HPAScalingRules };

function rulesOf({ spec }: Autoscaler): Rules | undefined {
  const { scaleUp, scaleDown } = spec?.behavior ?? {};
  return spec?.behavior && { ...(scaleUp && { up: scaleUp }), ...(scaleDown && { down: scaleDown }) };
}

function scaleOf(store: Store, { metadata, spec }: Autoscaler): Scale | { error: string } {
  const { apiVersion = '', kind = '', name = '' } = spec?.scaleTargetRef ?? {};
  const resource = resourceOfKind(apiVersion, kind);
  if (!resource) {
    const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    return { error: `no matches for kind "${kind}" in version "${group ? `${group}/` : ''}${version}"` };
  }
  const object = getObject<Stored<{ spec?: { replicas?: number; selector?: Scale['selector'] } }>>(
    store,
    resource.plural,
    `${metadata.namespace}/${name}`,
  );
  if (!scalable.has(resource.plural)) return { error: 'the server could not find the requested resource' };
  if (!object) return { error: notFound(resource, name).message };
  const { replicas = 1, selector } = object.spec ?? {};
  return {
    object,
    resource: resource.plural,
    replicas,
    selector,
    isPlain: resource.plural === 'replicationcontrollers',
  };
}

/** The largest wish of all metrics. Source: computeReplicasForMetrics. */
function replicasForMetrics(view: View, draft: Draft, scale: Scale) {
  const { spec, metadata } = draft.autoscaler;
  const { selector, isPlain } = scale;
  const pods = selectedPods(view.store, metadata.namespace, (labels) =>
    isPlain
      ? matchesLabels(selector as Record<string, string>, labels)
      : matchesSelector(selector as LabelSelector, labels),
  );
  const tolerances = {
    up: toleranceOf(spec?.behavior?.scaleUp),
    down: toleranceOf(spec?.behavior?.scaleDown),
  };
  const metrics = spec?.metrics ?? [];
  const statuses: MetricStatus[] = [];
  let best: { replicas: number; metric: string } | undefined;
  const failures: { reason: string; message: string; error: string }[] = [];
  for (const metric of metrics) {
    const proposal = propose(view, metric, scale.replicas, pods, tolerances);
    if ('error' in proposal) {
      draft.say('Warning', proposal.reason, proposal.message);
      failures.push(proposal);
      statuses.push({ type: '' });
    } else {
      statuses.push(proposal.status);
      if (!best || proposal.replicas > best.replicas) best = proposal;
    }
  }
  const [first] = failures;
  if (first && (!best || best.replicas < scale.replicas)) {
    draft.set(
      'ScalingActive',
      'False',
      first.reason,
      `the HPA was unable to compute the replica count: ${first.message}`,
    );
    const error = `invalid metrics (${failures.length} invalid out of ${metrics.length}), first error is: ${first.error}`;
    return { error, statuses };
  }
  const { replicas = scale.replicas, metric = '' } = best ?? {};
  draft.set(
    'ScalingActive',
    'True',
    'ValidMetricFound',
    `the HPA was able to successfully calculate a replica count from ${metric}`,
  );
  return { replicas, metric, statuses };
}

const toleranceOf = (rules: HPAScalingRules | undefined): number =>
  rules?.tolerance === undefined
    ? tolerance
    : Number(String(rules.tolerance).replace(/m$/, '')) / (String(rules.tolerance).endsWith('m') ? 1000 : 1);

function rescale(
  draft: Draft,
  { object, resource, replicas: current }: Scale,
  desired: number,
  why: string,
  statuses: MetricStatus[] | undefined,
  history: ScalingHistory,
): Plan {
  const { name, namespace = '', uid } = object.metadata;
  const scale: ObjectToWrite = {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name, namespace, uid },
    spec: { replicas: desired },
  };
  draft.writes.push({ request: { verb: 'update', resource, namespace, name, subresource: 'scale', object: scale } });
  draft.set(
    'AbleToScale',
    'True',
    'SucceededRescale',
    `the HPA controller was able to update the target scale to ${desired}`,
  );
  draft.say('Normal', 'SuccessfulRescale', `New size: ${desired}; reason: ${why}`);
  noteScaling(history, current, desired, draft.now, rulesOf(draft.autoscaler));
  return draft.finish(current, desired, statuses, true);
}

/** The status and the writes of one pass, as they come together. */
class Draft {
  readonly autoscaler: Autoscaler;
  readonly now: Milliseconds;
  readonly writes: Write[] = [];
  private conditions: HorizontalPodAutoscalerCondition[];

  constructor(autoscaler: Autoscaler, now: Milliseconds) {
    this.autoscaler = autoscaler;
    this.now = now;
    this.conditions = [...(autoscaler.status?.conditions ?? [])];
  }

  say(type: 'Normal' | 'Warning', reason: string, message: string): void {
    const event = { component: 'horizontal-pod-autoscaler', about: this.autoscaler, type, reason, message };
    this.writes.push({ event });
  }

  set(type: string, status: 'True' | 'False', reason: string, message: string): void {
    const old = this.conditions.find((condition) => condition.type === type);
    const lastTransitionTime = old?.status === status ? old.lastTransitionTime : toTimestamp(this.now);
    const said = { type, status, ...(lastTransitionTime && { lastTransitionTime }), reason, message };
    this.conditions = old
      ? this.conditions.map((condition) => (condition === old ? said : condition))
      : [...this.conditions, said];
  }

  /** The status with nothing but the conditions new. */
  plan(status: Partial<NonNullable<Autoscaler['status']>> = {}): Plan {
    const { autoscaler, conditions } = this;
    const before = autoscaler.status;
    const next = { desiredReplicas: 0, currentMetrics: null, ...before, ...status, conditions };
    if (isSame(next, before)) return { writes: this.writes };
    const { name, namespace = '' } = autoscaler.metadata;
    const object = { ...autoscaler, status: next } as ObjectToWrite;
    const request = { verb: 'update', resource: 'horizontalpodautoscalers', namespace, name, object } as const;
    return { writes: [...this.writes, { request: { ...request, subresource: 'status' }, tolerate: [404] }] };
  }

  /** Nothing could be computed: the sizes that were wanted stay. Source: setCurrentReplicasAndMetricsInStatus. */
  keep(current: number, statuses: MetricStatus[]): Plan {
    return this.plan({ currentReplicas: current, currentMetrics: statuses });
  }

  finish(current: number, desired: number, statuses: MetricStatus[] | undefined, hasScaled = false): Plan {
    return this.plan({
      ...(hasScaled && { lastScaleTime: toTimestamp(this.now) }),
      currentReplicas: current,
      desiredReplicas: desired,
      currentMetrics: (statuses ?? null) as never,
    });
  }
}
