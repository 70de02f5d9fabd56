import type { Component } from '../component.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type {
  Check,
  ContainerConfig,
  ExecOptions,
  HttpRequest,
  HttpResult,
  ImagePlace,
  LogOptions,
} from './contract.ts';

const later = (): never => {
  throw new Error('the container runtime is being written');
};

/** Wakes processes, ends pulls, times out commands. Name of its messages: `runtime`. */
export const runtime: Component = { name: 'runtime', handle: later };

export const imagePresent: (world: World, node: string, image: string) => boolean = later;
export const normalizeImage: (image: string) => { ok: true; full: string } | { ok: false; message: string } = later;
export const imageOf: (world: World, node: string, image: string) => { imageID: string; size: number } | undefined =
  later;
export const pullImage: (
  world: World,
  node: string,
  pull: { podUid: string; container: string; image: string },
) => void = later;
export const configureImages: (
  world: World,
  node: string,
  images: Record<string, ImagePlace>,
  pullSeconds?: number,
) => void = later;
export const createSandbox: (
  world: World,
  node: string,
  sandbox: { podUid: string; hostNetwork: boolean },
) => { ip: string } = later;
export const removeSandbox: (world: World, node: string, podUid: string) => void = later;
export const createContainer: (
  world: World,
  node: string,
  config: ContainerConfig,
) => { containerID: string } | { error: string } = later;
export const startContainer: (
  world: World,
  node: string,
  containerID: string,
) => { ok: true } | { ok: false; exitCode: number; reason: 'StartError'; message: string } = later;
export const stopContainer: (world: World, node: string, containerID: string, grace: Milliseconds) => void = later;
export const killContainer: (world: World, node: string, containerID: string) => void = later;
export const removeContainer: (world: World, node: string, containerID: string) => void = later;
export const exec: (world: World, node: string, containerID: string, command: string[], options: ExecOptions) => void =
  later;
export const check: (
  world: World,
  node: string,
  podUid: string,
  id: string,
  check: Check,
  timeout: Milliseconds,
) => void = later;
export const logs: (world: World, node: string, containerID: string, options?: LogOptions) => string = later;
export const powerOff: (world: World, node: string) => void = later;
export const httpRequest: (world: World, request: HttpRequest) => HttpResult = later;
/** Writes a volume's files anew: path within the volume to text. Containers that mount it see them at once. */
export const writeVolume: (
  world: World,
  node: string,
  podUid: string,
  volume: string,
  files: Record<string, string>,
) => void = later;
/** The text of a file as the container sees it, e.g. its /dev/termination-log; works after its end too. */
export const readContainerFile: (world: World, node: string, containerID: string, path: string) => string | undefined =
  later;
