import { serialize } from '../../cluster/world/serialize.ts';
import type { World } from '../../cluster/world/world.ts';
import type { SavedSession } from './protocol.ts';

/** The world of a session as bytes that can be handed over without a copy. */
export function save(world: World, pace: { running: boolean; speed: number }): SavedSession {
  const bytes = new TextEncoder().encode(serialize(world));
  return { world: bytes.buffer as ArrayBuffer, ...pace };
}
