import { isSame } from '../equal.ts';
import { goValue } from '../goValue/goValue.ts';
import type { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { invalidValue } from './errors.ts';

const termsField = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';

function validateNodeSelector(now: Record<string, string> = {}, before: Record<string, string> = {}): FieldError[] {
  const isKept = Object.entries(before).every(([key, value]) => now[key] === value);
  return isKept
    ? []
    : [
        invalidValue(
          'spec.nodeSelector',
          Object.keys(now).length > 0 ? now : null,
          'only additions to spec.nodeSelector are allowed (no mutations or deletions)',
        ),
      ];
}

/** Whether a list begins with all of the old one. */
const beginsWith = (now: NodeSelectorRequirement[] = [], before: NodeSelectorRequirement[] = []) =>
  isSame(now.slice(0, before.length), before);

const isEmpty = ({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm) =>
  matchExpressions.length + matchFields.length === 0;

/** An empty term selects nothing, so that anything in its place were more. */
const isOnlyNarrowed = (now: NodeSelectorTerm, before: NodeSelectorTerm) =>
  isEmpty(before)
    ? isEmpty(now)
    : beginsWith(now.matchExpressions, before.matchExpressions) && beginsWith(now.matchFields, before.matchFields);

const requiredTerms = ({ affinity }: PodSpec): NodeSelectorTerm[] =>
  affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];

function validateNodeAffinity(spec: PodSpec, before: PodSpec): FieldError[] {
  const [now, old] = [requiredTerms(spec), requiredTerms(before)];
  if (old.length === 0) return [];
  if (now.length !== old.length)
    return [
      invalidValue(
        termsField,
        goValue('[]v1.NodeSelectorTerm', now),
        'no additions/deletions to non-empty NodeSelectorTerms list are allowed',
      ),
    ];
  return old.flatMap((term, index) => {
    const next = now[index] ?? {};
    if (isOnlyNarrowed(next, term)) return [];
    const detail = 'only additions are allowed (no mutations or deletions)';
    return [invalidValue(`${termsField}[${index}]`, goValue('v1.NodeSelectorTerm', next), detail)];
  });
}

/** Where a Pod that scheduling gates hold back may run can be narrowed. Source: ValidatePodUpdate. */
export const validateGatedPodUpdate = (spec: PodSpec, before: PodSpec): FieldError[] => [
  ...validateNodeSelector(spec.nodeSelector, before.nodeSelector),
  ...validateNodeAffinity(spec, before),
];

/** The new spec with the old node selector and node affinity; the affinity to other Pods as it is. */
export function withOldPlacement(spec: PodSpec, before: PodSpec): object {
  const { nodeAffinity: _, ...others } = spec.affinity ?? {};
  const nodeAffinity = before.affinity?.nodeAffinity;
  const affinity = { ...others, ...(nodeAffinity && { nodeAffinity }) };
  const hasAffinity = Object.keys(affinity).length > 0 || (spec.affinity && before.affinity);
  return { ...spec, nodeSelector: before.nodeSelector, affinity: hasAffinity ? affinity : undefined };
}
