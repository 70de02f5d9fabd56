import type { Controller } from './controller.ts';
import { deployment } from './deployment.ts';
import { endpointSlice } from './endpointslice.ts';
import { garbageCollector } from './garbagecollector.ts';
import { replicaSet } from './replicaset.ts';

/** All control loops of the controller manager. Adding one is one file and one line. */
export const controllers: readonly Controller[] = [deployment, replicaSet, endpointSlice, garbageCollector];
