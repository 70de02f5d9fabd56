import type { Pod, Stored } from '../api/objects.ts';
import { translate } from '../i18n/i18n.ts';
import { podFacts } from '../scene/podFacts.ts';

/** What is worth telling of a Pod, by its uid. */
export interface PodMark {
  name: string;
  ready: boolean;
  failed: boolean;
}

export type PodMarks = ReadonlyMap<string, PodMark>;

/** The marks of all Pods as they stand. */
export function markPods(pods: Iterable<Stored<Pod>>): PodMarks {
  const marks = new Map<string, PodMark>();
  for (const pod of pods) {
    const ready = pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
    marks.set(pod.metadata.uid, { name: pod.metadata.name, ready, failed: podFacts(pod).tone === 'bad' });
  }
  return marks;
}

const kinds = ['failed', 'deleted', 'created', 'ready'] as const;
/** More than these are told as a number. */
const mostNames = 2;

/** What became of the Pods between two looks, in a few words; the worst first. Empty where nothing notable did. */
export function describeChanges(before: PodMarks, after: PodMarks): string {
  const names: Record<(typeof kinds)[number], string[]> = { failed: [], deleted: [], created: [], ready: [] };
  for (const [uid, mark] of after) {
    const old = before.get(uid);
    if (!old) names.created.push(mark.name);
    if (mark.ready && !old?.ready) names.ready.push(mark.name);
    if (mark.failed && !old?.failed) names.failed.push(mark.name);
  }
  for (const [uid, mark] of before) if (!after.has(uid)) names.deleted.push(mark.name);
  return kinds
    .filter((kind) => names[kind].length > 0)
    .map((kind) => {
      const list = names[kind];
      return list.length > mostNames
        ? translate(`announce.${kind}Many`, { count: list.length })
        : translate(`announce.${kind}`, { name: list.join(', ') });
    })
    .join('. ');
}
