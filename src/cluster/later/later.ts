import type { AdmissionSteps } from '../apiserver/admission/admission.ts';
import type { LateAdmissionPlugin } from '../apiserver/admission/late/registry.ts';
import type { scale } from '../apiserver/subresources/late/scale.ts';
import type { SubresourceHandlers } from '../apiserver/subresources/registry.ts';
import type { LateControllerName, LateRules } from '../controllers/late/registry.ts';
import type { podUsage } from '../kubelet/usage.ts';
import type { DeclaredImage } from '../runtime/images/declared.ts';
import type { ImageDescription } from '../runtime/images/image.ts';
import type { Machine } from '../runtime/processes/machine.ts';
import type { Program } from '../runtime/processes/program.ts';
import type { nodeUpgrade } from '../upgrade/upgrade.ts';
import type {
  ActionParts,
  DecodingParts,
  KubeletParts,
  PatchingParts,
  ReadingParts,
  RuleParts,
  SchedulingParts,
} from './parts.ts';

/** Code that the first picture of a page does not run, and that a page therefore loads after it: see parts.ts. */
export interface LaterParts {
  /** What is done to the cluster from outside its API. */
  actions: ActionParts;
  /** What admission plugins do for what a fresh cluster does not have, by their names. */
  admission: Record<LateAdmissionPlugin, AdmissionSteps>;
  /** What controllers decide that a fresh cluster has no work for, by their names. */
  controllers: Record<LateControllerName, LateRules>;
  /** Evictions: the subresource of Pods. */
  evict: NonNullable<SubresourceHandlers['create']>;
  /** What a Pod uses, as metrics-server tells it. */
  podUsage: typeof podUsage;
  /** Of the kubelet: evictions, resizes in place, names that are not the usual. */
  kubelet: KubeletParts;
  /** Images that no scenario begins with. */
  images: readonly ImageDescription[];
  /** Makes an image of what a learner has said of it, or says why not. */
  declaredImage: (image: DeclaredImage) => ImageDescription | { refused: string };
  /** What the kernel tells at a path of /proc or /sys. */
  kernelFile: (path: string) => ((machine: Machine) => string) | undefined;
  /** Protocols that servers of images speak besides HTTP. */
  answerRedis: (server: { data?: Map<string, string> }, text: string) => string;
  /** The subresource that all kinds with replicas have. */
  scale: typeof scale;
  /** The next step of a node's upgrade. */
  upgrade: typeof nodeUpgrade.handle;
  /** The shell and the commands of containers, by name. */
  userland: ReadonlyMap<string, Program>;
  /** What the API server needs for requests from outside: the schema. */
  decoding: DecodingParts;
  /** Patches of all kinds, server-side apply, and who manages which fields. */
  patching: PatchingParts;
  /** Its rules for what comes from outside: the defaults of all kinds, validation. */
  rules: RuleParts;
  /** How it answers those who read: lists, tables, discovery; what begins with a list. */
  reading: ReadingParts;
  /** Of the scheduler: plugins for volumes, preemption, answers to what-if questions. */
  scheduling: SchedulingParts;
}

/** These parts hold no state and decide nothing by when they come: a pure library, bound late. */
let provided: LaterParts | undefined;

export function provideLaterParts(parts: LaterParts): void {
  provided = parts;
}

/** Whether they are here. */
export function areLaterPartsHere(): boolean {
  return provided !== undefined;
}

/** Something needs the later parts before they are here. The world may be in the middle of an event. */
export class LaterPartsMissing extends Error {}

/** The later parts; throws `LaterPartsMissing`, naming what needs them, where they are still to come. */
export function laterParts(needed: string): LaterParts {
  if (!provided) throw new LaterPartsMissing(`${needed} is needed, and is not loaded yet`);
  return provided;
}
