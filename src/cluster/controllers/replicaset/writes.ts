import type { ReplicaSet, Stored } from '../../../api/objects.ts';
import type { Write } from '../controller.ts';
import { createPod, podNameOf, slowStart } from '../podcontrol.ts';

/** Makes so many Pods of a ReplicaSet (or of what is kept like one). */
export function createPods(
  component: string,
  owner: Stored<ReplicaSet>,
  count: number,
  generateName: (base: string) => string,
): Write[] {
  const base = `${owner.metadata.name}-`;
  const template = owner.spec?.template;
  return slowStart(count).map((batch) =>
    createPod(component, owner, { name: podNameOf(base, generateName), generateName: base, template }, batch),
  );
}
