import { createWorld } from '../../world/create.ts';
import { type Milliseconds, peek, pop } from '../../world/queue.ts';
import { deserialize, serialize } from '../../world/serialize.ts';
import type { World } from '../../world/world.ts';
import type { ContainerConfig, ImagePlace, RuntimeMessage } from '../contract.ts';
import { configureImages, createContainer, createSandbox, exec, logs, runtime, startContainer } from '../runtime.ts';

/** A world with one node and what its runtime has told the kubelet so far. */
export interface Box {
  world: World;
  heard: RuntimeMessage[];
}

export const node = 'node-1';
export const podUid = 'pod-1';

const images: Record<string, ImagePlace> = {
  'busybox:1.36': 'present',
  'nginx:1.27': 'present',
  'redis:7': 'present',
  'podarium/shop-web:1.0': 'present',
  'podarium/shop-api:2.0-crash': 'present',
};

export function createBox(seed = 1): Box {
  const world = createWorld({ seed });
  configureImages(world, node, images);
  createSandbox(world, node, { podUid, hostNetwork: false });
  return { world, heard: [] };
}

/** Makes and starts a container of the box's Pod; throws where it cannot. */
export function start(box: Box, config: Partial<ContainerConfig> = {}): string {
  const created = createContainer(box.world, node, {
    podUid,
    podName: 'web',
    namespace: 'default',
    name: 'main',
    image: 'busybox:1.36',
    env: [],
    mounts: [],
    hostNetwork: false,
    attempt: 0,
    ...config,
  });
  if ('error' in created) throw new Error(created.error);
  const started = startContainer(box.world, node, created.containerID);
  if (!started.ok) throw new Error(started.message);
  return created.containerID;
}

/** Runs what is due for so long (by default until nothing is); `restore` saves and restores the world between any two events. */
export function run(box: Box, time: Milliseconds = 3_600_000, restore = false): void {
  const end = box.world.now + time;
  for (let next = peek(box.world.queue); next && next.at <= end; next = peek(box.world.queue)) {
    if (restore) box.world = deserialize(serialize(box.world));
    const event = pop(box.world.queue);
    if (!event) break;
    box.world.now = event.at;
    if (event.to === 'runtime') runtime.handle(box.world, event.message as never);
    else box.heard.push(event.message as RuntimeMessage);
  }
  if (time !== 3_600_000) box.world.now = end;
}

/** Runs a script as the first process of a container: what it printed, its exit code (undefined: still runs), its time. */
export function shell(
  script: string,
  { restore = false, time, ...config }: Partial<ContainerConfig> & { restore?: boolean; time?: Milliseconds } = {},
): { output: string; exitCode: number | undefined; took: Milliseconds } {
  const box = createBox();
  const id = start(box, { command: ['sh', '-c', script], ...config });
  const begin = box.world.now;
  run(box, time, restore);
  const exited = box.heard.find((message) => message.type === 'containerExited');
  return {
    output: logs(box.world, node, id),
    exitCode: exited?.exitCode,
    took: (exited?.at ?? box.world.now) - begin,
  };
}

/** The last of its kind that was heard. */
export const last = <Type extends RuntimeMessage['type']>(box: Box, type: Type) =>
  box.heard.findLast((message): message is Extract<RuntimeMessage, { type: Type }> => message.type === type);

/** The address of a Pod of the box. */
export const ipOf = (box: Box, uid = podUid): string => box.world.runtimes.get(node)?.sandboxes.get(uid)?.ip ?? '';

/** Runs a command in a container, lets half a minute pass, and answers what came of it. */
export function execIn(box: Box, id: string, command: string[], timeout?: number) {
  exec(box.world, node, id, command, { replyTo: 'kubelet', id: 'x', podUid, ...(timeout && { timeout }) });
  run(box, 30_000);
  return last(box, 'execEnded');
}
