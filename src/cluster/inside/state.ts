import type { ProbeKind } from '../kubelet/machines/probe.ts';
import type { Role } from '../kubelet/status/spec.ts';
import type { LocalTalk } from '../runtime/state.ts';
import type { Milliseconds } from '../world/queue.ts';

/** What is going on inside of a Pod that the API does not tell: small plain data, as of one instant. */
export interface PodInside {
  uid: string;
  node: string;
  /** It shares its node's network namespace. */
  hostNetwork: boolean;
  /** Empty until there is a sandbox. */
  ip: string;
  /** Who listens, in the order of the ports. */
  ports: ListeningPort[];
  /** Containers of the Pod that have spoken to each other through localhost, the last first. */
  talks: LocalTalk[];
  /** Init containers first, then the others, each in the order of the spec. */
  containers: ContainerInside[];
  /** In the order of the spec. */
  volumes: VolumeInside[];
}

export type { LocalTalk };

export interface ListeningPort {
  port: number;
  container: string;
  pid: number;
}

export interface ContainerInside {
  name: string;
  role: Role | 'ephemeral';
  /** Those that run, the first one first. */
  processes: { pid: number; command: string }[];
  /** The last lines of its log, the oldest first. */
  log: string[];
  mounts: { volume: string; path: string; readOnly: boolean }[];
  probes: ProbeInside[];
  /** What it uses: bytes and millicores. Absent where it does not run. */
  usage?: { memory: number; processor: number };
  /** It waits to be started again, or to pull its image again. */
  backOff?: { from: Milliseconds; until: Milliseconds };
  /** It was told to stop, and is killed at the end of this. */
  stopping?: { from: Milliseconds; until: Milliseconds };
}

export interface ProbeInside {
  kind: ProbeKind;
  /** The standing result: what the kubelet goes by. */
  standing: 'NoContainer' | 'Unknown' | 'Success' | 'Failure';
  /** What the last probe said, and how often in a row. */
  last: 'Success' | 'Failure' | 'nothing yet';
  inARow: number;
  successThreshold: number;
  failureThreshold: number;
  /** When it asks again; absent where it does not. */
  nextAt?: Milliseconds;
  period: Milliseconds;
}

export interface VolumeInside {
  name: string;
  /** The field of the volume's source: `configMap`, `emptyDir`, ... */
  source: string;
  /** Paths within the volume, without directories; the first few, and how many there are. */
  files: string[];
  fileCount: number;
}
