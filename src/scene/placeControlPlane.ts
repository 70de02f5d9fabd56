import type { TankParts } from '../client/client.ts';
import { isStopped } from './faults.ts';
import { controlPlane as measure } from './measures.ts';
import { podGap, podSize } from './room.ts';
import type { Part, PartBox, Tray } from './scene.ts';

/** The control plane stands in a row above everything, and the tray of Pods that wait for a node beside the scheduler. */
export interface ControlPlaneOnStage {
  parts: PartBox[];
  /** Without its Pods. */
  tray: Omit<Tray, 'pods' | 'hidden'>;
  bus: number;
  /** Where what is below may begin. */
  bottom: number;
}

const names: Record<Part, string> = {
  kubectl: 'kubectl',
  apiServer: 'kube-apiserver',
  controllerManager: 'kube-controller-manager',
  scheduler: 'kube-scheduler',
};

/** Places the control plane at front scale `scale`; the tray reaches to `right`, but holds two Pods at least. */
export function placeControlPlane(scale: number, right: number, faults?: TankParts): ControlPlaneOnStage {
  const height = measure.height * scale;
  const y = measure.heading * scale;
  const parts: PartBox[] = [];
  let x = 0;
  for (const part of ['kubectl', 'apiServer', 'controllerManager', 'scheduler'] as const) {
    const width = measure[part] * scale;
    const stopped = isStopped(part, faults);
    parts.push({ kind: 'part', part, stopped, id: `part/${part}`, name: names[part], x, y, width, height, scale });
    x += width + (part === 'scheduler' ? 12 : measure.gap) * scale;
  }
  const rows = Math.max(1, Math.floor(height / (podSize.height + podGap.y)));
  const step = podSize.width + podGap.x;
  const columns = Math.max(2, Math.floor((right - x - 8 * scale) / step));
  const bus = y + height + measure.aboveBus * scale;
  return {
    parts,
    tray: { x, y, width: columns * step + podGap.x, height, capacity: columns * rows },
    bus,
    bottom: bus + measure.belowBus * scale,
  };
}
