import { container } from './container.ts';
import { imagePull } from './imagePull.ts';
import { node } from './node.ts';
import { pod } from './pod.ts';
import { probe } from './probe.ts';

/** The machines that hold the lifecycles. The statecharts that a learner sees are drawn from these definitions. */
export const machines = { pod, container, imagePull, probe, node };
