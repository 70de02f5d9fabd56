import { controllerNames, startControllers, stopControllers } from './controllers/runner.ts';
import type { ControlPlanePart } from './controlPlane.ts';
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
