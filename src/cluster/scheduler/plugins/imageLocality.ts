import type { ContainerImage, Node } from '../../../api/objects.ts';
import type { Plugin } from '../plugin.ts';

/** Images smaller than this in sum are not worth moving for; and so much for each container is the most that counts. */
const floor = 23 * 1024 * 1024;
const ceilingPerContainer = 1000 * 1024 * 1024;

/** By the list of a node's status, which never changes: size in bytes by each of its names. */
const sizesByList = new WeakMap<readonly ContainerImage[], Map<string, number>>();

function sizes({ status }: Node): Map<string, number> | undefined {
  if (!status?.images) return undefined;
  let known = sizesByList.get(status.images);
  if (!known) {
    known = new Map(status.images.flatMap(({ names = [], sizeBytes = 0 }) => names.map((name) => [name, sizeBytes])));
    sizesByList.set(status.images, known);
  }
  return known;
}

const withTag = (image: string): string =>
  image.lastIndexOf(':') <= image.lastIndexOf('/') ? `${image}:latest` : image;

/** Prefers nodes that have the Pod's images already, large ones before small ones. */
export const imageLocality: Plugin = {
  name: 'ImageLocality',
  weight: 1,
  preScore(pod, { nodes }) {
    const { containers = [], initContainers = [], volumes = [] } = pod.spec ?? {};
    const inContainers = [...initContainers, ...containers].flatMap(({ image }) => image ?? []);
    const inVolumes = volumes.flatMap(({ image }) => image?.reference ?? []);
    // An image that is everywhere counts in full, one that is rare in part: else all Pods would crowd onto one node.
    const images = [...inContainers, ...inVolumes].map(withTag).map((name) => ({
      name,
      spread: nodes.filter(({ node }) => sizes(node)?.has(name)).length / nodes.length,
    }));
    const ceiling = ceilingPerContainer * inContainers.length;
    return {
      score({ node }) {
        const present = sizes(node);
        let sum = 0;
        for (const { name, spread } of images) sum += Math.trunc((present?.get(name) ?? 0) * spread);
        return Math.trunc((100 * (Math.min(Math.max(sum, floor), ceiling) - floor)) / (ceiling - floor));
      },
    };
  },
};
