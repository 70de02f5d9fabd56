import { controllerOf, type KubernetesObject, type Pod } from '../api/objects.ts';
import type { Given } from './flags.ts';

type StoredPod = Pod & KubernetesObject;

/** What drain makes of the Pods of a node. */
export interface DrainPlan {
  /** To be evicted. */
  evict: StoredPod[];
  /** Reasons not to begin, each with the Pods it is about; in order of the first of them. */
  refusals: string[];
  /** What is told and done all the same. */
  warning: string;
}

const daemonSetRefused = 'cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore)';
const localStorageRefused = 'cannot delete Pods with local storage (use --delete-emptydir-data to override)';
const unmanagedRefused = 'cannot delete Pods that declare no controller (use --force to override)';
const daemonSetWarning = 'ignoring DaemonSet-managed Pods';
const unmanagedWarning = 'deleting Pods that declare no controller';

/** Decides which Pods drain evicts. Source: k8s.io/kubectl drain filters. */
export function planDrain(pods: readonly StoredPod[], flags: Given): DrainPlan {
  const evict: StoredPod[] = [];
  const refusals = new Map<string, string[]>();
  const warnings = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, text: string, pod: StoredPod) =>
    map.set(text, [...(map.get(text) ?? []), `${pod.metadata.namespace}/${pod.metadata.name}`]);
  for (const pod of pods) {
    const isFinished = pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
    if (pod.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined) continue;
    const owner = controllerOf(pod);
    if (owner?.kind === 'DaemonSet' && !isFinished) {
      if (flags.is('ignore-daemonsets')) note(warnings, daemonSetWarning, pod);
      else note(refusals, daemonSetRefused, pod);
      continue;
    }
    const usesLocalStorage = (pod.spec?.volumes ?? []).some((volume) => volume.emptyDir);
    if (usesLocalStorage && !isFinished && !flags.is('delete-emptydir-data')) {
      note(refusals, localStorageRefused, pod);
      continue;
    }
    if (!owner && !isFinished) {
      if (!flags.is('force')) {
        note(refusals, unmanagedRefused, pod);
        continue;
      }
      note(warnings, unmanagedWarning, pod);
    }
    evict.push(pod);
  }
  const texts = (map: Map<string, string[]>) => [...map].map(([text, names]) => `${text}: ${names.join(', ')}`);
  return { evict, refusals: texts(refusals), warning: texts(warnings).join('; ') };
}
