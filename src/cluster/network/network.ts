import type { Ingress, Stored } from '../../api/objects.ts';
import { call } from '../apiserver/apiserver.ts';
import type { Component } from '../component.ts';
import { latency } from '../latency.ts';
import { push } from '../world/queue.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { isServed } from './table.ts';
import { type SendMessage, send } from './traffic.ts';

/** Of these routes are made. */
const routed: readonly string[] = ['services', 'ingresses', 'ingressclasses', 'endpointslices'];

/** Where the ingress controller is reached from outside: an address that is kept for examples (RFC 5737). */
const publicAddress = '203.0.113.10';

type Message = SendMessage | { type: 'publish'; ingress: string };

/** Services and the ingress controller as far as requests pass them, and the clients outside. */
export const network: Component = {
  name: 'network',
  observe(world, { resource, type, key, revision }) {
    if (!routed.includes(resource)) return;
    world.network.routesRevision = revision;
    if (resource !== 'ingresses' || type !== 'ADDED') return;
    push(world.queue, world.now + latency.watch, 'network', { type: 'publish', ingress: key } satisfies Message);
  },
  handle(world, message: Message) {
    if (message.type === 'send') send(world, message);
    else publish(world, message.ingress);
  },
};

/** Writes into an Ingress where it is reached, as the ingress controller does. */
function publish(world: World, key: string): void {
  const ingress = getObject<Stored<Ingress>>(world.store, 'ingresses', key);
  if (!ingress || !isServed(world, ingress)) return;
  const { namespace = '', name, resourceVersion } = ingress.metadata;
  const object = { ...ingress, status: { loadBalancer: { ingress: [{ ip: publicAddress }] } } };
  call(
    world,
    { verb: 'update', resource: 'ingresses', subresource: 'status', namespace, name, object },
    { actor: 'nginx-ingress-controller', saw: Number(resourceVersion) },
  );
}
