import { type TextKey, t } from '../i18n/i18n.ts';
import type { NodeFault } from '../scene/faults.ts';

/** The words that the stage writes on its canvas, in one language. */
export interface StageWords {
  clients: string;
  ingress: string;
  services: string;
  nodes: string;
  controlPlane: string;
  unscheduled: string;
  more(count: number): string;
  readyOf(ready: number, total: number): string;
  paths(count: number): string;
  perSecond(count: string): string;
  standsFor(count: number): string;
  fault(fault: NodeFault): string;
  stopped: string;
  evicts(pods: number, time: string): string;
}

const faultKeys = {
  poweredOff: 'stage.offline',
  cutOff: 'stage.cutOff',
  kubeletStopped: 'stage.kubeletStopped',
  slow: 'stage.slow',
  upgrading: 'stage.upgrading',
} as const satisfies Record<NodeFault, TextKey>;

/** What is said of a node's fault. */
export const faultWord = (fault: NodeFault): string => t(faultKeys[fault]);

/** The words in the present language. */
export function stageWords(): StageWords {
  return {
    clients: t('stage.clients'),
    ingress: 'Ingress',
    services: 'Services',
    nodes: 'Nodes',
    controlPlane: t('stage.controlPlane'),
    unscheduled: t('stage.unscheduled'),
    more: (count) => t('stage.more', { count }),
    readyOf: (ready, total) => (total === 0 ? t('stage.noEndpoints') : t('stage.readyOf', { ready, total })),
    paths: (count) => t('stage.paths', { count }),
    perSecond: (count) => t('stage.perSecond', { count }),
    standsFor: (count) => t('stage.standsFor', { count }),
    fault: faultWord,
    stopped: t('stage.stopped'),
    evicts: (pods, time) => t('stage.evicts', { pods, time }),
  };
}
