import { useRef } from 'react';
import type { KubernetesObject } from '../../api/objects.ts';
import { fieldOfResource, useCluster } from '../../store/cluster.ts';
import { type Selected, useSelection } from '../../store/selection.ts';

export interface Inspected {
  selected: Selected;
  /** As it is, or as it last was. */
  object: KubernetesObject;
  /** It is not there any more (or another has its name). */
  gone: boolean;
}

/** The selected object of the API; what was last seen of it where it is gone. */
export function useSelected(): Inspected | undefined {
  const selected = useSelection((state) => state.selected);
  const field = selected && fieldOfResource[selected.resource];
  const present = useCluster((cluster) =>
    selected && field ? (cluster[field].get(selected.key) as KubernetesObject | undefined) : undefined,
  );
  const last = useRef<{ selected: Selected; object: KubernetesObject } | undefined>(undefined);
  if (!selected) return undefined;
  const same = present !== undefined && (selected.uid === undefined || selected.uid === present.metadata.uid);
  if (same) {
    last.current = { selected, object: present };
    return { selected, object: present, gone: false };
  }
  const known = last.current;
  const isThis = known && known.selected.key === selected.key && known.selected.resource === selected.resource;
  if (isThis && (selected.uid === undefined || known.object.metadata.uid === selected.uid)) {
    return { selected, object: known.object, gone: true };
  }
  return present ? { selected, object: present, gone: false } : undefined;
}
