import type { Job } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, duplicate, invalidValue, required, withoutValue } from './errors.ts';
import { factsOf, type JobStatusFacts } from './jobStatusFacts.ts';
import { changeRules, type JobStatusRule, shownField, statusRules } from './jobStatusRules.ts';

const counts = ['active', 'succeeded', 'failed', 'ready', 'terminating'] as const;

/** Each Pod that is still to be counted stands once in one of the two lists. */
function validateUncounted({ now }: JobStatusFacts): FieldError[] {
  const seen = new Set<string>();
  return (['succeeded', 'failed'] as const).flatMap((list) =>
    (now.uncountedTerminatedPods?.[list] ?? []).flatMap((uid, index): FieldError[] => {
      const field = `status.uncountedTerminatedPods.${list}[${index}]`;
      if (uid === '') return [invalidValue(field, uid, 'must not be empty')];
      if (seen.has(uid)) return [duplicate(field, uid)];
      seen.add(uid);
      return [];
    }),
  );
}

function judge({ field, broken, detail = '', isMissing }: JobStatusRule, facts: JobStatusFacts): FieldError[] {
  const found = broken(facts);
  if (!found) return [];
  const at = `status.${field}`;
  const text = typeof found === 'string' ? found : detail;
  if (isMissing) return [required(at, text)];
  return [field === 'conditions' ? withoutValue(at, text) : invalidValue(at, shownField(field, facts), text)];
}

/**
 * What an update of a Job's status may not do, besides the metadata: others than the Job controller may be in charge of
 * it (`managedBy`), and are held to what it does. Source: pkg/apis/batch/validation ValidateJobStatusUpdate.
 */
export function validateJobStatusUpdate(job: Job, old: Job): FieldError[] {
  const facts = factsOf(job, old);
  return [
    ...counts.flatMap((name) => checkNotNegative(`status.${name}`, facts.now[name])),
    ...validateUncounted(facts),
    ...[...statusRules, ...changeRules].flatMap((rule) => judge(rule, facts)),
  ];
}
