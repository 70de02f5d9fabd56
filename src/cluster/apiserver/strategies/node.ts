import type { Node, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

type StoredNode = Stored<Node>;

/** A configuration of the kubelet is neither taken nor kept any more. Source: node strategy dropDisabledFields. */
function withoutConfigSource(node: StoredNode): StoredNode {
  if (!node.spec?.configSource) return node;
  const { configSource: _dropped, ...spec } = node.spec;
  return { ...node, spec };
}

/** Nodes come with the status that the kubelet registers them with. */
export const node: Strategy<StoredNode> = {
  hasStatus: true,
  hasGeneration: false,
  prepareForCreate: (_world, object) => withoutConfigSource(object),
  prepareForUpdate: (_world, object) => withoutConfigSource(object),
};
