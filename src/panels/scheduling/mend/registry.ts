import type { Mender } from './change.ts';
import { interPodAffinity } from './interPodAffinity.ts';
import { nodeAffinity } from './nodeAffinity.ts';
import { nodePorts } from './nodePorts.ts';
import { nodeResourcesFit } from './nodeResourcesFit.ts';
import { nodeUnschedulable } from './nodeUnschedulable.ts';
import { podTopologySpread } from './podTopologySpread.ts';
import { taintToleration } from './taintToleration.ts';

const menders: readonly Mender[] = [
  nodeUnschedulable,
  taintToleration,
  nodeAffinity,
  nodePorts,
  nodeResourcesFit,
  podTopologySpread,
  interPodAffinity,
];

const byPlugin = new Map(menders.map((mender) => [mender.plugin, mender]));

/** What may get a Pod past a plugin; undefined where nothing is known. What PreFilter left out, node affinity did. */
export const menderOf = (plugin: string): Mender | undefined =>
  byPlugin.get(plugin === 'PreFilterResult' ? 'NodeAffinity' : plugin);
