import type { Node, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

/** Nodes come with the status that the kubelet registers them with. */
export const node: Strategy<Stored<Node>> = { hasStatus: true, hasGeneration: false };
