import type { World } from '../../world/world.ts';
import type { HttpResult } from '../contract.ts';
import type { ImageDescription } from '../images/image.ts';
import type { Container, FileEntry, RuntimeState, Sandbox } from '../state.ts';
import type { Program } from './program.ts';

/** A container with all that its processes may touch: put together for the length of one event, never kept. */
export interface Machine {
  world: World;
  node: string;
  runtime: RuntimeState;
  sandbox: Sandbox;
  container: Container;
  image: ImageDescription;
  /** The files of its image, by absolute path. */
  files: ReadonlyMap<string, FileEntry>;
  hostname: string;
  /** The program of a name; throws where the page has not loaded it yet (programs/registry.ts). */
  programOf(name: string): Program | undefined;
  /** Makes a connection of this container: to a host's name or an address, through services where they are meant. */
  connect(host: string, port: number): Connection;
}

/** Where a connection has come to. `request` asks there for a page, `say` speaks another protocol; a bare connection only tells that it came about. */
export type Connection =
  | { ip: string; port: number; open: true; request(path: string): HttpResult; say(text: string): string }
  | { error: 'bad address' }
  | { error: 'connection refused' | 'timeout'; ip: string };
