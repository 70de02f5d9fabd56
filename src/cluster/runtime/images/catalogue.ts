import { alpine } from './alpine.ts';
import { busybox } from './busybox.ts';
import { curl } from './curl.ts';
import { httpd } from './httpd.ts';
import type { ImageDescription } from './image.ts';
import { nginx } from './nginx.ts';
import { nonroot } from './nonroot.ts';
import { pause } from './pause.ts';
import { redis } from './redis.ts';
import { shopApi } from './shop-api.ts';
import { shopWeb } from './shop-web.ts';

/** All images there are. */
export const catalogue: readonly ImageDescription[] = [
  nginx,
  httpd,
  busybox,
  redis,
  alpine,
  curl,
  pause,
  ...nonroot,
  ...shopWeb,
  ...shopApi,
];

const byName = new Map(
  catalogue.flatMap((image) =>
    image.tags.map((tag): [string, ImageDescription] => [`${image.repository}:${tag}`, image]),
  ),
);
const byRepository = new Map(catalogue.map((image): [string, ImageDescription] => [image.repository, image]));

/** The image of a full name with its tag, or with its digest; undefined where the registry has no such. */
export function findImage(full: string): ImageDescription | undefined {
  const at = full.indexOf('@');
  if (at < 0) return byName.get(full);
  const repository = repositoryOf(full);
  return catalogue.find(
    (image) =>
      image.repository === repository &&
      image.tags.some((tag) => digestOf(`${repository}:${tag}`) === full.slice(at + 1)),
  );
}

/**
 * What an image holds that a scenario says exists though the catalogue lacks it: as another tag of its repository, or
 * like busybox.
 */
export function assumedImage(full: string): ImageDescription {
  return findImage(full) ?? byRepository.get(repositoryOf(full)) ?? busybox;
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
