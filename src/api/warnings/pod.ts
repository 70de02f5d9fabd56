import { isDnsLabel } from '../names.ts';
import type { Pod } from '../objects.ts';
import { goList } from './go.ts';
import { warningsForPodSpec } from './podSpec.ts';

/** What a Pod's creator is told; an update says nothing, as a Pod is rarely written by hand. Source: podStrategy.WarningsOnCreate. */
export function warningsForPod(pod: Pod, old: Pod | undefined): string[] {
  if (old) return [];
  const wrong = isDnsLabel(pod.metadata?.name ?? '');
  const name = `metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: ${goList(wrong)}`;
  return [...(wrong.length > 0 ? [name] : []), ...warningsForPodSpec(pod, '')];
}
