import type { TankParts } from './controlPlane.ts';
import { isIn } from './kubelet/machines/advance.ts';
import type { World } from './world/world.ts';

/** What is not as it should be. */
export function partsOf(world: World): TankParts {
  const stopped = [...world.stoppedParts];
  const parts: TankParts = { stopped, stoppedKubelets: [], poweredOff: [], cutOff: [], slow: {}, upgrading: {} };
  for (const [name, { node, slowness }] of world.kubelets) {
    if (isIn(node, 'power.Off')) parts.poweredOff.push(name);
    if (isIn(node, 'network.CutOff')) parts.cutOff.push(name);
    if (isIn(node, 'power.On') && !isIn(node, 'kubelet.Running')) parts.stoppedKubelets.push(name);
    if (slowness !== undefined) parts.slow[name] = slowness;
  }
  for (const [name, { version }] of world.upgrades) parts.upgrading[name] = version;
  return parts;
}
