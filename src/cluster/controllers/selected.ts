import type { Pod, Stored } from '../../api/objects.ts';
import type { Store } from '../world/store.ts';

/** The Pods of a namespace with labels that match; looks at one Pod of each set of labels only. */
export function selectedPods(
  store: Store,
  namespace: string | undefined,
  matches: (labels: Record<string, string> | undefined) => boolean,
): Stored<Pod>[] {
  const pods = store.objects.get('pods') as Map<string, Stored<Pod>> | undefined;
  const prefix = `${namespace} `;
  const found: Stored<Pod>[] = [];
  for (const [value, keys] of store.indexes.get('podsByLabels') ?? []) {
    if (!value.startsWith(prefix)) continue;
    const [first = ''] = keys;
    if (!matches(pods?.get(first)?.metadata.labels)) continue;
    for (const key of keys) {
      const pod = pods?.get(key);
      if (pod) found.push(pod);
    }
  }
  return found;
}
