import type { KubernetesObject } from '../../../api/objects.ts';
import type { Resource } from '../../../api/resources.ts';
import { type Failure, forbidden } from '../../../api/status.ts';
import type { World } from '../../world/world.ts';

export type Operation = 'CREATE' | 'UPDATE';

/** What a write is, for those who admit it. */
export interface Admission {
  operation: Operation;
  /** What refusals call the object: its name, or where it has none yet the beginning of one. */
  name: string;
  /** The part that is written, where it is not the object itself. */
  subresource?: string;
  /** The object as it is stored, for an update. */
  old?: KubernetesObject;
  /** A dry run takes nothing and counts nothing. */
  dryRun: boolean;
  /** Whether a person or a program outside of the cluster writes, not one of its components. */
  isFromOutside: boolean;
  /** `Warning:` headers for the client; a plugin adds its own. */
  warnings: string[];
  /** Set by a plugin that may have made a well-formed object invalid: it is validated, whoever wrote it. */
  isCheckNeeded?: boolean;
}

/** What a step of admission does. */
export interface AdmissionSteps {
  /** Changes the object before it is validated, or refuses it. */
  admit?(world: World, object: KubernetesObject, resource: Resource, write: Admission): KubernetesObject | Failure;
  /** Refuses a valid object. */
  validate?(world: World, object: KubernetesObject, resource: Resource, write: Admission): Failure | undefined;
}

/** A step of admission. One file each, listed in registry.ts. */
export interface AdmissionPlugin extends AdmissionSteps {
  /** Kubernetes' own name of it. */
  name: string;
  /** The plural names of the resources it looks at; absent: all. */
  resources?: readonly string[];
  /** Absent: only creation. */
  operations?: readonly Operation[];
  /** Those that it looks at besides the object itself. */
  subresources?: readonly string[];
}

/** 403 with the reason of a plugin. Source: k8s.io/apiserver pkg/admission NewForbidden. */
export const refuse = (resource: Resource, write: Admission, why: string): Failure =>
  forbidden(resource, write.name, why);
