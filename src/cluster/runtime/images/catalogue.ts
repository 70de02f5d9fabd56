import { laterParts } from '../../later/later.ts';
import type { World } from '../../world/world.ts';
import { busybox } from './busybox.ts';
import type { ImageDescription } from './image.ts';
import { nginx } from './nginx.ts';
import { pause } from './pause.ts';
import { redis } from './redis.ts';
import { shopApi } from './shop-api.ts';
import { shopWeb } from './shop-web.ts';

/** Images with which scenarios begin; all others are in later.ts. */
const firstImages: readonly ImageDescription[] = [nginx, busybox, redis, pause, ...shopWeb, ...shopApi];

/** Images by full name, and one of each repository. */
interface Index {
  images: readonly ImageDescription[];
  byName: ReadonlyMap<string, ImageDescription>;
  byRepository: ReadonlyMap<string, ImageDescription>;
}

function indexOf(images: readonly ImageDescription[]): Index {
  const byName = new Map(
    images.flatMap((image) =>
      image.tags.map((tag): [string, ImageDescription] => [`${image.repository}:${tag}`, image]),
    ),
  );
  return { images, byName, byRepository: new Map(images.map((image) => [image.repository, image])) };
}

const first = indexOf(firstImages);
let later: Index | undefined;

/** Throws `LaterPartsMissing` where the other images are still to come. */
function laterIndex(full: string): Index {
  const { images } = laterParts(`the image ${full}`);
  if (later?.images !== images) later = indexOf(images);
  return later;
}

type Declared = Pick<World, 'images'>;

/** The image of a full name with its tag, or with its digest; undefined where the registry has no such. */
export function findImage(world: Declared, full: string): ImageDescription | undefined {
  const at = full.indexOf('@');
  if (at < 0) return world.images?.get(full) ?? first.byName.get(full) ?? laterIndex(full).byName.get(full);
  const repository = repositoryOf(full);
  const digest = full.slice(at + 1);
  const isIt = (image: ImageDescription): boolean =>
    image.repository === repository && image.tags.some((tag) => digestOf(`${repository}:${tag}`) === digest);
  return (
    first.images.find(isIt) ?? laterIndex(full).images.find(isIt) ?? [...(world.images?.values() ?? [])].find(isIt)
  );
}

/**
 * What an image holds that a scenario says exists though the catalogue lacks it: as another tag of its repository, or
 * like busybox.
 */
export function assumedImage(world: Declared, full: string): ImageDescription {
  const repository = repositoryOf(full);
  return (
    findImage(world, full) ??
    first.byRepository.get(repository) ??
    laterIndex(full).byRepository.get(repository) ??
    busybox
  );
}

/** A full name without tag and digest. */
export function repositoryOf(full: string): string {
  const [name = ''] = full.split('@');
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
}

/** A digest as a registry would give it: made out of the name, so that it is always the same. */
export function digestOf(full: string): string {
  let known = digests.get(full);
  if (known === undefined) {
    known = makeDigest(full);
    if (digests.size >= mostKept) digests.clear();
    digests.set(full, known);
  }
  return known;
}

const digests = new Map<string, string>();
const mostKept = 1000;

function makeDigest(full: string): string {
  let text = '';
  for (let part = 0; part < 8; part++) {
    let hash = 0x811c9dc5 ^ part;
    for (let index = 0; index < full.length; index++) hash = Math.imul(hash ^ full.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    text += ((hash ^ (hash >>> 12)) >>> 0).toString(16).padStart(8, '0');
  }
  return `sha256:${text}`;
}

/** As containerd names an image on the node: repository and digest. */
export function imageIDOf(full: string): string {
  if (full.includes('@')) return `${repositoryOf(full)}@${full.slice(full.indexOf('@') + 1)}`;
  return `${repositoryOf(full)}@${digestOf(full)}`;
}
