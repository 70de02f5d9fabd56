import { controllerNames, startControllers, stopControllers } from './controllers/runner.ts';
import type { ControlPlanePart, TankParts } from './controlPlane.ts';
import { isIn } from './kubelet/machines/advance.ts';
import { resumeKubelets } from './kubelet/node.ts';
import { startScheduler, stopScheduler } from './scheduler/scheduler.ts';
import type { World } from './world/world.ts';

/**
 * Stops a process of the control plane in the instant. Without the API server nobody hears of anything: controllers and
 * scheduler lose their lease and stop as well, kubelets go on with what they know.
 */
export function stopPart(world: World, part: ControlPlanePart): void {
  world.stoppedParts.add(part);
  if (part !== 'scheduler') stopControllers(world, controllerNames);
  if (part !== 'controller-manager') stopScheduler(world);
}

/** Starts a process again: it knows nothing, and lists all that there is. With the API server those that wait for it start too. */
export function startPart(world: World, part: ControlPlanePart): void {
  if (!world.stoppedParts.delete(part) || world.stoppedParts.has('apiserver')) return;
  if (part !== 'scheduler' && !world.stoppedParts.has('controller-manager')) startControllers(world, controllerNames);
  if (part !== 'controller-manager' && !world.stoppedParts.has('scheduler')) startScheduler(world);
  if (part === 'apiserver') resumeKubelets(world);
}

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
