import type { Pod, Stored } from '../../../api/objects.ts';
import type { Plugin } from '../plugin.ts';
import { usedPorts } from '../podRequests.ts';
import type { UsedPort } from '../state.ts';

const anyAddress = '0.0.0.0';

const conflict = (a: UsedPort, b: UsedPort): boolean =>
  a.port === b.port && a.protocol === b.protocol && (a.ip === b.ip || a.ip === anyAddress || b.ip === anyAddress);

/** Refuses nodes on which a port that the Pod wants of its node is taken. */
export const nodePorts: Plugin = {
  name: 'NodePorts',
  preFilter(pod) {
    const wanted = usedPorts(pod);
    if (wanted.length === 0) return 'skip';
    return {
      check: ({ info }) =>
        info.ports.some((used) => wanted.some((port) => conflict(used, port)))
          ? { code: 'Unschedulable', reasons: ["node(s) didn't have free ports for the requested pod ports"] }
          : undefined,
    };
  },
  mayHelp(pod, { what, change: { type, object } }) {
    if (what === 'node') return type === 'ADDED';
    if (what !== 'podFreed') return false;
    const freed = usedPorts(object as Stored<Pod>);
    return usedPorts(pod).some((port) => freed.some((used) => conflict(used, port)));
  },
};
