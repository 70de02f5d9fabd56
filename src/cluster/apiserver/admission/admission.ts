import type { KubernetesObject } from '../../../api/objects.ts';
import type { Resource } from '../../../api/resources.ts';
import type { Failure } from '../../../api/status.ts';
import type { World } from '../../world/world.ts';

export type Operation = 'CREATE' | 'UPDATE';

/** What a write is, for those who admit it. */
export interface Admission {
  operation: Operation;
  /** The object as it is stored, for an update. */
  old?: KubernetesObject;
  /** A dry run takes nothing and counts nothing. */
  dryRun: boolean;
  /** `Warning:` headers for the client; a plugin adds its own. */
  warnings: string[];
  /** Set by a plugin that may have made a well-formed object invalid: it is validated, whoever wrote it. */
  isCheckNeeded?: boolean;
}

/** A step of admission. One file each, listed in registry.ts. */
export interface AdmissionPlugin {
  /** Kubernetes' own name of it. */
  name: string;
  /** The plural names of the resources it looks at; absent: all. */
  resources?: readonly string[];
  /** Absent: only creation. */
  operations?: readonly Operation[];
  /** Changes the object before it is validated, or refuses it. */
  admit?(world: World, object: KubernetesObject, resource: Resource, write: Admission): KubernetesObject | Failure;
  /** Refuses a valid object. */
  validate?(world: World, object: KubernetesObject, resource: Resource, write: Admission): Failure | undefined;
}
