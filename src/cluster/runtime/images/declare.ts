import { laterParts } from '../../later/later.ts';
import type { World } from '../../world/world.ts';
import { findImage } from './catalogue.ts';
import type { DeclaredImage } from './declared.ts';

/** Why an image cannot be declared; undefined where it can. What the registry has by itself stays as it is. */
export function refusedImage(world: World, image: DeclaredImage): string | undefined {
  const made = laterParts('a declared image').declaredImage(image);
  if ('refused' in made) return made.refused;
  const full = `${made.repository}:${made.tags[0]}`;
  return !world.images?.has(full) && findImage(world, full) ? `the registry has an image ${full} already` : undefined;
}

/** Puts an image into the registry: from the next pull or start on it is there. */
export function declareImage(world: World, image: DeclaredImage): void {
  const made = laterParts('a declared image').declaredImage(image);
  if ('refused' in made) throw new Error(made.refused);
  const full = `${made.repository}:${made.tags[0]}`;
  world.images ??= new Map();
  world.images.set(full, made);
  // A scenario may have said that the registry has no such image: now it has.
  for (const runtime of world.runtimes.values())
    if (runtime.places.get(full) === 'unknown to the registry') runtime.places.delete(full);
}
