import { streams } from './apiserver/streams.ts';
import type { Component } from './component.ts';
import { controllerManager } from './controllers/runner.ts';
import { eventExpiry } from './events/expiry.ts';
import { kubelet } from './kubelet/kubelet.ts';
import { laterParts } from './later/later.ts';
import { network } from './network/network.ts';
import { runtime } from './runtime/runtime.ts';
import { scheduler } from './scheduler/scheduler.ts';

/** All parts of the cluster, few enough to be searched by name, in the order in which they are told of a write. */
export const components: readonly Component[] = [
  scheduler,
  controllerManager,
  kubelet,
  runtime,
  network,
  streams,
  eventExpiry,
  { name: 'node-upgrade', handle: (world, message) => laterParts('an upgrade').upgrade(world, message) },
];
