import { isFailure } from '../../api/status.ts';
import { call } from '../apiserver/apiserver.ts';
import type { ApiRequest } from '../apiserver/request.ts';
import type { Component } from '../component.ts';
import { recordEvent } from '../events/record.ts';
import { latency } from '../latency.ts';
import { laterParts } from '../later/later.ts';
import { nameSuffix } from '../world/chance.ts';
import { listed } from '../world/listed.ts';
import { type Milliseconds, push } from '../world/queue.ts';
import type { Cause, Change } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { Controller, RequestWrite, View, Write } from './controller.ts';
import { controllers } from './registry.ts';
import { createWorkQueue, delayAdd, markDirty, nextBackOff, type Pass, type WorkQueue } from './workqueue.ts';

/** The controller manager's part of the world, by controller name. */
export interface ControllerManagerState {
  queues: Map<string, WorkQueue>;
  /** What controllers keep between their passes. */
  memories: Map<string, unknown>;
  /** Names of controllers that do not run. */
  stopped: Set<string>;
}

export function createControllerManagerState(): ControllerManagerState {
  return {
    queues: new Map(controllers.map(({ name }) => [name, createWorkQueue()])),
    memories: new Map(controllers.map((controller) => [controller.name, controller.createMemory?.()])),
    stopped: new Set(),
  };
}

/** The queue's messages: begin a pass over a key, do the next write of the pass, add a key whose delay is over. */
interface ControllerMessage {
  type: 'pass' | 'write' | 'add';
  controller: string;
  key: string;
}

const byName = new Map(controllers.map((controller) => [controller.name, controller]));

const byResource = new Map<string, Controller[]>();
for (const controller of controllers)
  for (const resource of controller.watches)
    byResource.set(resource, [...(byResource.get(resource) ?? []), controller]);

export const controllerManager: Component = {
  name: 'controllerManager',
  observe(world, change) {
    for (const controller of byResource.get(change.resource) ?? []) tell(world, controller, change);
  },
  handle(world, message: ControllerMessage) {
    const controller = byName.get(message.controller);
    if (!controller) throw new Error(`a message for ${message.controller}, which is no controller`);
    if (world.controllerManager.stopped.has(controller.name)) return;
    if (message.type === 'pass') beginPass(world, controller, message.key);
    else if (message.type === 'write') doNextWrites(world, controller, message.key);
    else addDelayed(world, controller, message.key);
  },
};

/** Stops controllers in the instant: what they were about to write is not written. */
export function stopControllers(world: World, names: readonly string[]): void {
  for (const name of names) {
    world.controllerManager.stopped.add(name);
    world.controllerManager.queues.set(name, createWorkQueue());
  }
}

/** Starts controllers again; like a restarted process they forget everything and look at all that there is. */
export function startControllers(world: World, names: readonly string[]): void {
  for (const name of names) {
    const controller = byName.get(name);
    if (!controller || !world.controllerManager.stopped.delete(name)) continue;
    world.controllerManager.queues.set(name, createWorkQueue());
    world.controllerManager.memories.set(name, controller.createMemory?.());
    for (const resource of controller.watches)
      for (const change of listed(world, resource, name)) tell(world, controller, change);
  }
}

/** The names of all controllers, for those who stop and start them. */
export const controllerNames: readonly string[] = controllers.map(({ name }) => name);

function tell(world: World, controller: Controller, change: Change): void {
  const { stopped, memories } = world.controllerManager;
  if (stopped.has(controller.name)) return;
  const memory = memories.get(controller.name);
  controller.remember?.(memory, change);
  const keys = controller.keysFor(change, world.store, memory);
  if (keys.length === 0) return;
  const after = typeof controller.delay === 'function' ? controller.delay(change) : controller.delay;
  for (const key of keys)
    if (after) delay(world, controller, key, after);
    else enqueue(world, controller, key, world.now + latency.watch, change.revision);
}

function enqueue(world: World, controller: Controller, key: string, due: Milliseconds, saw?: number): void {
  const at = markDirty(queueOf(world, controller), key, due, saw);
  if (at !== undefined) send(world, at, 'pass', controller, key);
}

function beginPass(world: World, controller: Controller, key: string): void {
  const queue = queueOf(world, controller);
  const waiting = queue.dirty.get(key);
  // Messages from before a restart of the controller find nothing, or something that is due later.
  if (!waiting || waiting.due > world.now || queue.processing.has(key)) return;
  queue.dirty.delete(key);
  const plan = controller.reconcile(viewOf(world, controller), key);
  const pass: Pass = { writes: plan.writes, next: 0, refused: plan.failed === true, written: new Map() };
  if (waiting.saw !== undefined) pass.saw = waiting.saw;
  if (plan.requeueAfter !== undefined) pass.requeueAt = world.now + plan.requeueAfter;
  queue.processing.set(key, pass);
  goOn(world, controller, key, pass, plan.thinks ?? 0);
}

/** Events are recorded at once; before the next call of the API its time passes; after the last write the pass ends. */
function goOn(world: World, controller: Controller, key: string, pass: Pass, extra: Milliseconds): void {
  let write = pass.writes[pass.next];
  for (; write && !('request' in write); write = pass.writes[++pass.next])
    recordEvent(world, write.event, causeOf(controller, pass));
  if (write) send(world, world.now + extra + (write.after ?? 0) + latency.apiCall, 'write', controller, key);
  else if (extra > 0) send(world, world.now + extra, 'write', controller, key);
  else endPass(world, controller, key, pass);
}

function doNextWrites(world: World, controller: Controller, key: string): void {
  const pass = queueOf(world, controller).processing.get(key);
  if (!pass) return;
  const write = pass.writes[pass.next++];
  if (write && 'request' in write) {
    const refusal = makeCall(world, controller, key, pass, write);
    if (refusal) pass.writes = [...pass.writes.slice(0, pass.next), ...refusal];
  }
  goOn(world, controller, key, pass, 0);
}

/** Undefined where the call went well; otherwise what is left to write after the refusal. */
function makeCall(
  world: World,
  controller: Controller,
  key: string,
  pass: Pass,
  write: RequestWrite,
): Write[] | undefined {
  const request = withOwnRevision(write.request, pass);
  const { answer } = call(world, request, causeOf(controller, pass));
  if (!isFailure(answer)) {
    noteRevision(request, answer.metadata.resourceVersion, pass);
    if (write.event) recordEvent(world, write.event, causeOf(controller, pass));
    return undefined;
  }
  if (write.tolerate?.includes(answer.code)) return undefined;
  pass.refused = true;
  const batch = write.batch;
  const rest = pass.writes.slice(pass.next);
  const end = batch === undefined ? 0 : rest.findIndex((other) => 'request' in other && other.batch !== batch);
  const more = controller.refused?.(viewOf(world, controller), key, request, answer) ?? [];
  return [...rest.slice(0, end === -1 ? rest.length : end), ...more];
}

function endPass(world: World, controller: Controller, key: string, pass: Pass): void {
  const queue = queueOf(world, controller);
  queue.processing.delete(key);
  if (pass.refused)
    delay(world, controller, key, nextBackOff(queue, key, controller.firstBackOff, controller.longestBackOff));
  else queue.failures.delete(key);
  if (pass.requeueAt !== undefined) delay(world, controller, key, pass.requeueAt - world.now);
  const waiting = queue.dirty.get(key);
  if (!waiting) return;
  waiting.due = Math.max(waiting.due, world.now);
  send(world, waiting.due, 'pass', controller, key);
}

function delay(world: World, controller: Controller, key: string, time: Milliseconds): void {
  const at = world.now + Math.max(0, Math.ceil(time));
  if (delayAdd(queueOf(world, controller), key, at)) send(world, at, 'add', controller, key);
}

function addDelayed(world: World, controller: Controller, key: string): void {
  const { delayed } = queueOf(world, controller);
  if (delayed.get(key) !== world.now) return;
  delayed.delete(key);
  enqueue(world, controller, key, world.now);
}

/** The request with the resourceVersion that an earlier write of the same pass has given the object. */
function withOwnRevision(request: ApiRequest, pass: Pass): ApiRequest {
  if (request.verb !== 'update' || !request.object.metadata) return request;
  const written = pass.written.get(`${request.resource}/${request.namespace ?? ''}/${request.name}`);
  if (!written || request.object.metadata.resourceVersion !== written.seen) return request;
  const metadata = { ...request.object.metadata, resourceVersion: written.now };
  return { ...request, object: { ...request.object, metadata } };
}

function noteRevision(request: ApiRequest, now: string, pass: Pass): void {
  if (request.verb !== 'update') return;
  const key = `${request.resource}/${request.namespace ?? ''}/${request.name}`;
  const seen = pass.written.get(key)?.seen ?? request.object.metadata?.resourceVersion;
  if (seen !== undefined) pass.written.set(key, { seen, now });
}

function causeOf(controller: Controller, pass: Pass): Cause {
  return pass.saw === undefined ? { actor: controller.name } : { actor: controller.name, saw: pass.saw };
}

function viewOf(world: World, controller: Controller): View {
  return {
    now: world.now,
    store: world.store,
    memory: world.controllerManager.memories.get(controller.name),
    generateName: (base) => base + nameSuffix(world.chance),
    ...(world.servesMetrics && { podUsage: (pod) => laterParts('the usage of Pods').podUsage(world, pod) }),
  };
}

function queueOf(world: World, controller: Controller): WorkQueue {
  const { queues } = world.controllerManager;
  let queue = queues.get(controller.name);
  if (!queue) {
    queue = createWorkQueue();
    queues.set(controller.name, queue);
  }
  return queue;
}

function send(
  world: World,
  at: Milliseconds,
  type: ControllerMessage['type'],
  controller: Controller,
  key: string,
): void {
  push(world.queue, at, controllerManager.name, { type, controller: controller.name, key } satisfies ControllerMessage);
}
