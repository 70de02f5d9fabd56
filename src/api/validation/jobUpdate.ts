import { isSame } from '../equal.ts';
import { goValue } from '../goValue/goValue.ts';
import type { Affinity, Container, Job, JobSpec, PodTemplateSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { immutable, invalidValue } from './errors.ts';
import { validateJob, validateSpecAndSelector } from './job.ts';

/** Fields that stay as they were made, with the type that an error shows their value in. */
const fixed = [
  ['completionMode', '*string'],
  ['podFailurePolicy', '*batch.PodFailurePolicy'],
  ['backoffLimitPerIndex', '*int32'],
  ['managedBy', '*string'],
  ['successPolicy', '*batch.SuccessPolicy'],
] as const satisfies (readonly [keyof JobSpec, string])[];

function validateImmutable(field: string, type: string, now: unknown, before: unknown): FieldError[] {
  const value = goValue(type, now);
  return isSame(value, goValue(type, before)) ? [] : [invalidValue(`spec.${field}`, value, immutable)];
}

/** How many Pods are to succeed stays, but for an Indexed Job, where as many run at once. */
function validateCompletions(spec: Partial<JobSpec>, before: Partial<JobSpec>): FieldError[] {
  const { completions, parallelism } = spec;
  if (spec.completionMode !== 'Indexed')
    return validateImmutable('completions', '*int32', completions, before.completions);
  if (completions === before.completions || completions === undefined || completions === parallelism) return [];
  return [invalidValue('spec.completions', completions, 'can only be modified in tandem with spec.parallelism')];
}

/** The old affinity with the new node affinity, which may change. */
function withNewNodeAffinity(before: Affinity | undefined, now: Affinity | undefined): Affinity | undefined {
  const { nodeAffinity: _, ...others } = before ?? {};
  if (!now) return Object.keys(others).length > 0 ? others : undefined;
  return { ...others, ...(now.nodeAffinity && { nodeAffinity: now.nodeAffinity }) };
}

const withNewResources = (before: Container[] | undefined, now: Container[] | undefined) =>
  before?.map((container, index) => ({ ...container, resources: now?.[index]?.resources }));

/** The old template with all that may change while a Job is suspended as it is in the new one. */
function withNewDirectives(before: PodTemplateSpec, now: PodTemplateSpec): object {
  const { nodeSelector, tolerations, schedulingGates, affinity, containers, initContainers } = now.spec ?? {
    containers: [],
  };
  const { labels, annotations } = now.metadata ?? {};
  return {
    metadata: { ...before.metadata, labels, annotations },
    spec: {
      ...before.spec,
      nodeSelector,
      tolerations,
      schedulingGates,
      affinity: withNewNodeAffinity(before.spec?.affinity, affinity),
      containers: withNewResources(before.spec?.containers, containers),
      initContainers: withNewResources(before.spec?.initContainers, initContainers),
    },
  };
}

const isStill = ({ spec, status }: Job) => spec?.suspend === true && (status?.active ?? 0) === 0;

/**
 * What is wrong with an update of a Job, besides its metadata. Where its Pods may run, and what they ask for, can be
 * changed while it is suspended and none is left. Source: pkg/apis/batch/validation ValidateJobSpecUpdate.
 */
export function validateJobUpdate(job: Job, old: Job): FieldError[] {
  const spec: Partial<JobSpec> = job.spec ?? {};
  const before: Partial<JobSpec> = old.spec ?? {};
  const [template, oldTemplate] = [spec.template ?? {}, before.template ?? {}];
  const comparable = isStill(old) ? withNewDirectives(oldTemplate, template) : oldTemplate;
  return [
    // The strategy looks at all of the new Job, and then ValidateJobSpecUpdate at its spec again.
    ...validateJob(job, old),
    ...validateSpecAndSelector(job),
    ...validateCompletions(spec, before),
    ...validateImmutable('selector', '*v1.LabelSelector', spec.selector, before.selector),
    ...validateImmutable('template', 'v1.PodTemplateSpec', template, comparable),
    ...fixed.flatMap(([field, type]) => validateImmutable(field, type, spec[field], before[field])),
  ];
}
