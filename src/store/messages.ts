import type { WatchEvent } from '../client/client.ts';
import type { Cause, ChangeType } from '../cluster/world/store.ts';
import { createRing } from './ring.ts';

/** A write as it reached the API server: who wrote what, and on seeing which revision. */
export interface ControlPlaneMessage {
  /** Virtual milliseconds since 1970. */
  at: number;
  /** `replicaset-controller`, `kubelet/node-1`, `kubectl`, ... */
  actor: string;
  type: ChangeType;
  resource: string;
  key: string;
  uid: string;
  revision: number;
  /** The revision whose sight made it write. */
  saw?: number;
}

/** The last messages of the control plane, oldest first. Read it in a frame; it does not announce itself. */
export const messages = createRing<ControlPlaneMessage>(8192);

/** By revision: the message that made it. The walk of causes goes along `saw`. */
const byRevision = new Map<number, ControlPlaneMessage>();

export function messageOfRevision(revision: number): ControlPlaneMessage | undefined {
  return byRevision.get(revision);
}

export function takeMessage(event: WatchEvent & { cause: Cause; at: number }): void {
  const { metadata } = event.object;
  const message: ControlPlaneMessage = {
    at: event.at,
    actor: event.cause.actor,
    type: event.type,
    resource: event.resource,
    key: metadata.namespace ? `${metadata.namespace}/${metadata.name}` : metadata.name,
    uid: metadata.uid,
    revision: Number(metadata.resourceVersion),
    ...(event.cause.saw !== undefined && { saw: event.cause.saw }),
  };
  // After going back, a stretch may be told again before the clock's word has come to forget it.
  const known = byRevision.get(message.revision);
  if (known?.at === message.at && known.key === message.key) return;
  messages.push(message);
  byRevision.set(message.revision, message);
  if (byRevision.size > 2 * 8192) indexAnew();
}

function indexAnew(): void {
  byRevision.clear();
  for (const kept of messages.toArray()) byRevision.set(kept.revision, kept);
}

/** Forgets what came after an instant: the cluster went back to it. */
export function forgetMessagesAfter(time: number): void {
  messages.keep((message) => message.at <= time);
  indexAnew();
}
