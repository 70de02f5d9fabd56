/**
 * What the kubelet asks of the container runtime of its node, and what it hears back: the CRI, as far as it is
 * simulated. Functions of runtime.ts take the world and the node's name first. Answers that take time come back as
 * messages to the component `kubelet`, so that nothing waits inside a function.
 */
import type { Milliseconds } from '../world/queue.ts';

/** A volume of the Pod at a path of a container. */
export interface Mount {
  path: string;
  volume: string;
  readOnly: boolean;
  subPath?: string;
  /** Its files are on this disk, which outlives the Pod (a key of world.disks); `subPath` is the place there. */
  disk?: string;
  /** Its files count as memory of who mounts it. */
  inMemory?: true;
}

/** What a container is made of: the kubelet has resolved everything that the Pod's spec refers to. */
export interface ContainerConfig {
  podUid: string;
  podName: string;
  namespace: string;
  name: string;
  image: string;
  /** `command` of the spec; where absent the image's entrypoint. */
  command?: string[];
  /** `args` of the spec; where absent the image's. */
  args?: string[];
  workingDir?: string;
  env: { name: string; value: string }[];
  /** Volumes by mount path; a volume's files are shared by all who mount it. */
  mounts: Mount[];
  /** Limits in bytes and millicores. */
  memoryLimit?: number;
  cpuLimit?: number;
  hostNetwork: boolean;
  /** Nothing but volumes can be written to. */
  readOnlyRoot?: true;
  /** How often this container of the Pod was started before. */
  attempt: number;
  /** The Pod's host name; default the Pod's name, on the host's network the node's. */
  hostname?: string;
  /** What the kubelet wrote into /etc/resolv.conf and /etc/hosts; default those of dnsPolicy ClusterFirst. */
  resolvConf?: string;
  hosts?: string;
  /** `securityContext.runAsUser`; default the image's user. */
  user?: number;
}

export type PullResult =
  | { ok: true; imageID: string; size: number; took: Milliseconds; waited: Milliseconds }
  | { ok: false; message: string };

/** What the runtime tells the kubelet of its node; `node` names it. */
export type RuntimeMessage =
  | { type: 'imagePulled'; node: string; podUid: string; container: string; image: string; result: PullResult }
  /** A container's first process has ended. `reason` only where it is not simply Completed or Error. */
  | {
      type: 'containerExited';
      node: string;
      podUid: string;
      containerID: string;
      exitCode: number;
      signal?: number;
      reason?: 'OOMKilled';
      at: Milliseconds;
    }
  /**
   * The command of a probe, hook or `kubectl exec` has ended, or ran out of its time. `output` is what it printed on
   * both streams in order; `error` says why it never started.
   */
  | {
      type: 'execEnded';
      node: string;
      podUid: string;
      id: string;
      exitCode: number;
      output: string;
      stdout: string;
      stderr: string;
      error?: string;
      timedOut: boolean;
    }
  /** An HTTP, TCP or gRPC check has its answer. */
  | { type: 'checkEnded'; node: string; podUid: string; id: string; success: boolean; output: string };

/** An HTTP, TCP or gRPC check of a port, as probes and hooks make it. */
export type Check =
  | {
      kind: 'http';
      host: string;
      port: number;
      path: string;
      scheme: 'HTTP' | 'HTTPS';
      headers?: { name: string; value: string }[];
    }
  | { kind: 'tcp'; host: string; port: number }
  /** The health service of gRPC, for one service by name or for all. */
  | { kind: 'grpc'; host: string; port: number; service: string };

/** What a command in a container is run for: who hears of its end (the name of a component), and under which id. */
export interface ExecOptions {
  replyTo: string;
  id: string;
  podUid: string;
  /** After this long it is killed and reported as timed out; without it, never. */
  timeout?: Milliseconds;
  /** Standard input as a whole, or what is there of it so far where it stays open; without it, empty. */
  input?: string;
  /** More input comes by `typeInput`, until it is closed. */
  staysOpen?: boolean;
  /** A person is at the other end: a shell prompts. */
  terminal?: boolean;
}

/** Which part of a container's log is asked for; the options of `kubectl logs`. */
export interface LogOptions {
  tailLines?: number;
  /** Only lines written at or after this instant. */
  since?: Milliseconds;
  limitBytes?: number;
  /** Puts the time of writing before each line. */
  timestamps?: boolean;
}

/** One HTTP GET to an address. `host` is the Host header. */
export interface HttpRequest {
  ip: string;
  port: number;
  host: string;
  path: string;
}

/** The answer, complete `latency` after the request; or why none came: `closed` by a server that speaks no HTTP. */
export type HttpResult =
  | { status: number; body: string; latency: Milliseconds }
  | { error: 'connection refused' | 'timeout' | 'closed'; latency?: undefined };

/** Where an image stands as a scenario begins: on the node, in the registry only, or nowhere. */
export type ImagePlace = 'present' | 'absent' | 'unknown to the registry';
