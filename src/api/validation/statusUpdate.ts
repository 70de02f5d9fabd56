import type { ObjectMeta } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, invalidValue } from './errors.ts';

type Counts = Record<string, unknown>;

/** What the counts in the status of a kind have to be like. */
interface StatusRules {
  /** Not below zero. */
  counts: readonly string[];
  /** Not above the count at the end, which the text calls so. */
  atMost?: readonly (readonly [field: string, other: string, calledSo: string])[];
  /** Not less than before. */
  rising?: readonly string[];
}

const all = 'status.replicas';
const availableAndReady = (calledSo: string) => ['availableReplicas', 'readyReplicas', calledSo] as const;
const ofReplicas = (fields: readonly string[]) => fields.map((field) => [field, 'replicas', all] as const);

/** By resource. Source: Validate...Status of pkg/apis/apps/validation, autoscaling, policy. */
const rules: Record<string, StatusRules> = {
  deployments: {
    counts: [
      'observedGeneration',
      'replicas',
      'updatedReplicas',
      'readyReplicas',
      'availableReplicas',
      'unavailableReplicas',
      'terminatingReplicas',
      'collisionCount',
    ],
    atMost: [
      ...ofReplicas(['updatedReplicas', 'readyReplicas', 'availableReplicas']),
      availableAndReady('readyReplicas'),
    ],
    rising: ['collisionCount'],
  },
  replicasets: {
    counts: [
      'replicas',
      'fullyLabeledReplicas',
      'readyReplicas',
      'availableReplicas',
      'observedGeneration',
      'terminatingReplicas',
    ],
    atMost: [
      ...ofReplicas(['fullyLabeledReplicas', 'readyReplicas', 'availableReplicas']),
      availableAndReady('readyReplicas'),
    ],
  },
  replicationcontrollers: {
    counts: ['replicas', 'fullyLabeledReplicas', 'readyReplicas', 'availableReplicas', 'observedGeneration'],
    atMost: [
      ...ofReplicas(['fullyLabeledReplicas', 'readyReplicas', 'availableReplicas']),
      availableAndReady('readyReplicas'),
    ],
  },
  statefulsets: {
    counts: [
      'replicas',
      'readyReplicas',
      'currentReplicas',
      'updatedReplicas',
      'availableReplicas',
      'observedGeneration',
      'collisionCount',
    ],
    atMost: [
      ...ofReplicas(['readyReplicas', 'currentReplicas', 'updatedReplicas', 'availableReplicas']),
      availableAndReady('status.readyReplicas'),
    ],
    rising: ['collisionCount'],
  },
  daemonsets: {
    counts: [
      'currentNumberScheduled',
      'numberMisscheduled',
      'desiredNumberScheduled',
      'numberReady',
      'observedGeneration',
      'updatedNumberScheduled',
      'numberAvailable',
      'numberUnavailable',
      'collisionCount',
    ],
    rising: ['collisionCount'],
  },
  horizontalpodautoscalers: { counts: ['currentReplicas', 'desiredReplicas'] },
  poddisruptionbudgets: { counts: ['disruptionsAllowed', 'currentHealthy', 'desiredHealthy', 'expectedPods'] },
};

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

function validateCounts({ counts, atMost = [], rising = [] }: StatusRules, now: Counts, before: Counts): FieldError[] {
  return [
    ...counts.flatMap((field) => checkNotNegative(`status.${field}`, count(now[field]))),
    ...atMost.flatMap(([field, other, calledSo]) =>
      count(now[field]) > count(now[other])
        ? [invalidValue(`status.${field}`, count(now[field]), `cannot be greater than ${calledSo}`)]
        : [],
    ),
    ...rising.flatMap((field) =>
      count(now[field]) < count(before[field])
        ? [invalidValue(`status.${field}`, count(now[field]), 'cannot be decremented')]
        : [],
    ),
  ];
}

type WithStatus = { metadata?: ObjectMeta; status?: unknown };

/** A namespace is on its way out when it is deleted, and only then. Source: ValidateNamespaceStatusUpdate. */
function validateNamespaceStatus({ metadata, status }: WithStatus): FieldError[] {
  const { phase = '' } = (status ?? {}) as { phase?: string };
  const isDeleted = metadata?.deletionTimestamp !== undefined;
  if (phase === (isDeleted ? 'Terminating' : 'Active')) return [];
  const detail = isDeleted
    ? "may only be 'Terminating' if `deletionTimestamp` is not empty"
    : "may only be 'Active' if `deletionTimestamp` is empty";
  return [invalidValue('status.Phase', phase, detail)];
}

/** What an update of the status may not do, for kinds whose status is counts and phases; besides the metadata. */
export function validateStatusUpdate(plural: string, now: WithStatus, before: WithStatus): FieldError[] {
  if (plural === 'namespaces') return validateNamespaceStatus(now);
  const ofKind = rules[plural];
  return ofKind ? validateCounts(ofKind, (now.status ?? {}) as Counts, (before.status ?? {}) as Counts) : [];
}
