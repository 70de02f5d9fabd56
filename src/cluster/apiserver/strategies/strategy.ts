import type { KubernetesObject } from '../../../api/objects.ts';
import type { FieldError } from '../../../api/status.ts';
import type { World } from '../../world/world.ts';
import type { DeleteOptions } from '../request.ts';

/** What the API server does of its own to objects of one resource. Source: pkg/registry/.../strategy.go of Kubernetes. */
export interface Strategy<T extends KubernetesObject = KubernetesObject> {
  /** Sets what the server sets and clears what the client may not, before defaults' result is validated. */
  prepareForCreate?(world: World, object: T): T;
  /** What cannot be had of what the object asks for: addresses that somebody else holds. */
  checkWishes?(world: World, object: T, dryRun: boolean): FieldError[];
  /** Takes what the object is to hold (addresses), and frees what it holds no more: the last step before it is stored. A dry run only shows what it would be. */
  allocate?(world: World, object: T, dryRun: boolean): T;
  /** As prepareForCreate, for a change of anything but the status. */
  prepareForUpdate?(world: World, object: T, old: T): T;
  /** As prepareForUpdate, for a change of the status; the spec is the old one. */
  prepareForStatusUpdate?(object: T, old: T): T;
  /** Whether an update must say which resourceVersion it is of. Source: AllowUnconditionalUpdate. */
  needsVersion?: true;
  /** Whether the resource has a status subresource: then a plain update leaves the status, a status update the spec. */
  hasStatus: boolean;
  /** Whether a change of the spec raises metadata.generation. */
  hasGeneration: boolean;
  /** Whether a change of the annotations does so too. */
  countsAnnotations?: true;
  /** Seconds of grace before the object goes; absent: it goes at once. */
  gracePeriod?(object: T, options: DeleteOptions): number;
  /** Frees what the object held (addresses), when it is gone. */
  afterRemoval?(world: World, object: T): void;
}
