/**
 * What the kubelet asks of the container runtime of its node, and what it hears back: the CRI, as far as it is
 * simulated. Functions of runtime.ts take the world and the node's name first. Answers that take time come back as
 * messages to the component `kubelet`, so that nothing waits inside a function.
 */
import type { Milliseconds } from '../world/queue.ts';

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
  mounts: { path: string; volume: string; readOnly: boolean; subPath?: string }[];
  /** Limits in bytes and millicores. */
  memoryLimit?: number;
  cpuLimit?: number;
  hostNetwork: boolean;
  /** How often this container of the Pod was started before. */
  attempt: number;
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
  /** The command of a probe or hook has ended, or ran out of its time. */
  | { type: 'execEnded'; node: string; podUid: string; id: string; exitCode: number; output: string; timedOut: boolean }
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
  | { kind: 'tcp'; host: string; port: number };
