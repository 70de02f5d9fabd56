import type { Container, EnvVar, Pod, PodTemplateSpec, Stored } from '../../../../api/objects.ts';
import type { NewPod } from '../../podcontrol.ts';
import { podNameOf } from '../../podcontrol.ts';
import {
  type Context,
  countKeys,
  countOf,
  indexKey,
  isIndexed,
  isPerIndex,
  type StoredJob,
  trackingFinalizer,
} from './context.ts';
import { matchFailurePolicy } from './failurepolicy.ts';

const longestBase = 58;

const completionIndex: EnvVar = {
  name: 'JOB_COMPLETION_INDEX',
  valueFrom: { fieldRef: { fieldPath: `metadata.labels['${indexKey}']` } },
};

/** A Pod of the Job, in an Indexed one for an index. Source: manageJob. */
export function newJobPod(context: Context, index: number | undefined): NewPod {
  const { job, view } = context;
  const { template } = job.spec ?? {};
  const finalizers = template?.metadata?.finalizers ?? [];
  const tracked = {
    ...template?.metadata,
    finalizers: finalizers.includes(trackingFinalizer) ? finalizers : [...finalizers, trackingFinalizer],
  };
  if (!isIndexed(job) || index === undefined) {
    const base = `${job.metadata.name}-`;
    return {
      name: podNameOf(base, view.generateName),
      generateName: base,
      template: { ...template, metadata: tracked },
    };
  }
  const base = indexedBase(job.metadata.name, index);
  const metadata = {
    ...tracked,
    labels: { ...tracked.labels, [indexKey]: String(index) },
    annotations: {
      ...tracked.annotations,
      [indexKey]: String(index),
      ...failureCounts(job, context.delayed.get(index)),
    },
  };
  const spec = {
    ...template?.spec,
    ...(template?.spec?.initContainers && { initContainers: template.spec.initContainers.map(withIndex) }),
    containers: (template?.spec?.containers ?? []).map(withIndex),
    hostname: `${job.metadata.name}-${index}`,
  };
  return {
    name: podNameOf(base, view.generateName),
    generateName: base,
    template: { ...template, metadata, spec } satisfies PodTemplateSpec,
  };
}

/** `work-0-`; a long name gives way to the index. Source: podGenerateNameWithIndex. */
function indexedBase(job: string, index: number): string {
  const end = `-${index}-`;
  return job.length + end.length > longestBase ? job.slice(0, longestBase - end.length) + end : job + end;
}

function withIndex(container: Container): Container {
  const env = container.env ?? [];
  return env.some(({ name }) => name === completionIndex.name)
    ? container
    : { ...container, env: [...env, completionIndex] };
}

/** What the index's new Pod knows of its failures. Source: addIndexFailureCountAnnotation. */
function failureCounts(job: StoredJob, replaced: Stored<Pod> | undefined): Record<string, string> {
  if (!isPerIndex(job)) return {};
  if (!replaced) return { [countKeys.counted]: '0' };
  const { counts } = matchFailurePolicy(job.spec?.podFailurePolicy, replaced);
  const counted = countOf(replaced, 'counted') + (counts ? 1 : 0);
  const ignored = countOf(replaced, 'ignored') + (counts ? 0 : 1);
  return { [countKeys.counted]: String(counted), ...(ignored > 0 && { [countKeys.ignored]: String(ignored) }) };
}
