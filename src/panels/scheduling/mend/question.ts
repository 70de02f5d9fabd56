import type { KubernetesObject, ObjectToWrite, Pod, Stored } from '../../../api/objects.ts';
import type { WhatIfChanges, WhatIfPod } from '../../../client/client.ts';
import { type Changed, withChanges } from './apply.ts';
import type { Change } from './change.ts';

/** The question whether the Pod would find a node with some changes made, as the cluster is asked it. */
export function questionOf(start: Changed, changes: readonly Change[]): { about: WhatIfPod; changes: WhatIfChanges } {
  const { pod, cluster } = withChanges(start, changes);
  const { namespace = '', name } = pod.metadata;
  const names = new Set(changes.flatMap((change) => (change.on === 'node' ? [change.node] : [])));
  const nodes = [...names].flatMap((name) => {
    const node = cluster.nodes.get(name);
    return node ? [asNew(node)] : [];
  });
  const pods = changes.flatMap((change) => (change.on === 'others' ? change.remove : [])).map(nameOfKey);
  return {
    about: changes.some(({ on }) => on === 'pod') ? { pod: asNewPod(pod) } : { namespace, name },
    changes: { ...(nodes.length > 0 && { nodes }), ...(pods.length > 0 && { removed: { pods } }) },
  };
}

function nameOfKey(key: string): { namespace: string; name: string } {
  const [namespace = '', name = ''] = key.split('/');
  return { namespace, name };
}

/** An object as it would be created, without what the API server has noted in its metadata. */
function asNew(object: KubernetesObject): ObjectToWrite {
  const { name, namespace, labels, annotations, ownerReferences } = object.metadata;
  return {
    ...object,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...(labels && { labels }),
      ...(annotations && { annotations }),
      ...(ownerReferences && { ownerReferences }),
    },
  };
}

/** A Pod as it would be created: without a node and a status. */
export function asNewPod(pod: Stored<Pod>): ObjectToWrite {
  const { status: _status, ...rest } = pod;
  const { nodeName: _node, ...spec } = rest.spec ?? { containers: [] };
  return asNew({ ...rest, spec } as KubernetesObject);
}
