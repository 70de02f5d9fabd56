import { onNode } from '../../kubelet/slow.ts';
import { type Milliseconds, push } from '../../world/queue.ts';
import type { World } from '../../world/world.ts';
import type { ImagePlace, PullResult, RuntimeMessage } from '../contract.ts';
import { runtimeOf } from '../machines.ts';
import type { InnerMessage } from '../messages.ts';
import type { Pull, RuntimeState } from '../state.ts';
import { assumedImage, findImage, imageIDOf } from './catalogue.ts';
import { normalizeImage } from './reference.ts';

/** What a node's link to the registry carries, and how long the registry takes to answer at all. */
const bytesPerSecond = 40_000_000;
const registryAnswer: Milliseconds = 300;
/** Looking up an image that the node has already: its manifest is compared with the registry's. */
const manifestCheck: Milliseconds = 19;
const notFound: Milliseconds = 400;

/** Says where images stand as a scenario begins; a name that is none is left out. `pullSeconds` is for the absent ones. */
export function configureImages(
  world: World,
  node: string,
  images: Record<string, ImagePlace>,
  pullSeconds?: number,
): void {
  const runtime = runtimeOf(world, node);
  if (pullSeconds !== undefined) runtime.pullSeconds = pullSeconds;
  for (const [image, place] of Object.entries(images)) {
    const name = normalizeImage(image);
    if (!name.ok) continue;
    runtime.places.set(name.full, place);
    if (place === 'present') runtime.images.set(name.full, { at: world.now });
    else runtime.images.delete(name.full);
  }
}

/** Whether the node has an image; false for a name that is none. */
export function imagePresent(world: World, node: string, image: string): boolean {
  const name = normalizeImage(image);
  return name.ok && runtimeOf(world, node).images.has(name.full);
}

/** Identity and size in bytes of an image on the node. */
export function imageOf(
  world: World,
  node: string,
  image: string,
): { imageID: string; size: number; user?: string } | undefined {
  const name = normalizeImage(image);
  if (!name.ok || !runtimeOf(world, node).images.has(name.full)) return undefined;
  const { size, user } = assumedImage(world, name.full);
  return { imageID: imageIDOf(name.full), size, ...(user !== undefined && { user }) };
}

/** Asks for a pull; pulls of a node run one after the other. The answer is `imagePulled`, to the kubelet. */
export function pullImage(
  world: World,
  node: string,
  { podUid, container, image }: { podUid: string; container: string; image: string },
): void {
  const runtime = runtimeOf(world, node);
  const name = normalizeImage(image);
  const full = name.ok ? name.full : image;
  runtime.pulls.push({ number: runtime.nextPull++, podUid, container, image, full, askedAt: world.now });
  if (runtime.pulls.length === 1) begin(world, node, runtime);
}

function begin(world: World, node: string, runtime: RuntimeState): void {
  const [pull] = runtime.pulls;
  if (!pull) return;
  pull.begunAt = world.now;
  const message: InnerMessage = { type: 'pullDone', node, number: pull.number };
  push(world.queue, world.now + onNode(world, node, durationOf(world, runtime, pull.full)), 'runtime', message);
}

const isKnown = (world: World, runtime: RuntimeState, full: string): boolean => {
  const place = runtime.places.get(full);
  return place === undefined ? findImage(world, full) !== undefined : place !== 'unknown to the registry';
};

function durationOf(world: World, runtime: RuntimeState, full: string): Milliseconds {
  if (!isKnown(world, runtime, full)) return notFound;
  if (runtime.images.has(full)) return manifestCheck;
  if (runtime.pullSeconds !== undefined) return Math.max(1, Math.round(runtime.pullSeconds * 1000));
  return registryAnswer + Math.round((assumedImage(world, full).size / bytesPerSecond) * 1000);
}

/** The pull under way is done: tells the kubelet and begins the next. */
export function endPull(world: World, node: string, number: number): void {
  const runtime = runtimeOf(world, node);
  if (runtime.pulls[0]?.number !== number) return;
  const [pull] = runtime.pulls.splice(0, 1) as [Pull];
  const { podUid, container, image } = pull;
  const result = resultOf(world, runtime, pull);
  const message: RuntimeMessage = { type: 'imagePulled', node, podUid, container, image, result };
  push(world.queue, world.now, 'kubelet', message);
  begin(world, node, runtime);
}

function resultOf(world: World, runtime: RuntimeState, { full, askedAt, begunAt = askedAt }: Pull): PullResult {
  if (!isKnown(world, runtime, full)) {
    // As recorded in image-missing-repository and image-pull-fixed.
    const why = `failed to pull and unpack image "${full}": failed to resolve image: ${full}: not found`;
    return { ok: false, message: `rpc error: code = NotFound desc = ${why}` };
  }
  if (!runtime.images.has(full)) runtime.images.set(full, { at: world.now });
  return {
    ok: true,
    imageID: imageIDOf(full),
    size: assumedImage(world, full).size,
    took: world.now - begunAt,
    waited: world.now - askedAt,
  };
}
