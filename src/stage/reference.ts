import type { Box, Scene } from '../scene/scene.ts';
import type { Selected } from '../store/selection.ts';

/** What selecting a box selects; undefined for the place of Pods that nothing owns, which is no object. */
export function referenceOf(box: Box): Selected | undefined {
  switch (box.kind) {
    case 'pod':
      return { resource: 'pods', key: box.key, uid: box.uid };
    case 'node':
      return { resource: 'nodes', key: box.key, uid: box.uid };
    case 'service':
      return { resource: 'services', key: box.key, uid: box.uid };
    case 'ingress':
      return { resource: 'ingresses', key: box.key, uid: box.uid };
    case 'client':
      return { resource: 'clients', key: box.client.name };
    case 'owner':
      return box.resource === undefined ? undefined : { resource: box.resource, key: box.key, uid: box.uid };
    case 'part':
      return { resource: 'parts', key: box.part };
  }
}

/** The box of what is selected, where it is on the stage. */
export function boxOfReference(scene: Scene, selected: Selected | undefined): Box | undefined {
  if (!selected) return undefined;
  const { resource, key, uid } = selected;
  if (resource === 'pods')
    return uid === undefined ? scene.pods.find((pod) => pod.key === key) : scene.boxes.get(`pod/${uid}`);
  if (scene.owners) {
    const owner = scene.owners.boxes.find((box) => box.resource === resource && box.key === key);
    if (owner) return owner;
  }
  const kind = { nodes: 'node', services: 'service', ingresses: 'ingress', clients: 'client', parts: 'part' }[resource];
  return kind === undefined ? undefined : scene.boxes.get(`${kind}/${key}`);
}
