import type { KubernetesObject } from '../../../api/objects.ts';
import type { Failure } from '../../../api/status.ts';
import type { Cause } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import type { DeleteOptions } from '../request.ts';

/** How an object is written. */
export interface Write {
  dryRun: boolean;
  /** Whether the object is checked by the rules of its kind: see rules.ts. */
  isChecked: boolean;
}

/** What the API server does of its own to objects of one resource. Source: pkg/registry/.../strategy.go of Kubernetes. */
export interface Strategy<T extends KubernetesObject = KubernetesObject> {
  /**
   * Before all other rules: gives the object what it asks for of things that there is one of each (addresses, ports), or
   * refuses. Nothing is taken yet. Source: BeginCreate and BeginUpdate of k8s.io/apiserver registry.Store.
   */
  allocate?(world: World, object: T, old: T | undefined, write: Write): T | Failure;
  /** The last that a new object is given, when nobody looks at it any more. */
  complete?(object: T): T;
  /** Takes what the stored object holds of such things, and frees what it holds no more. */
  hold?(world: World, object: T): void;
  /** Sets what the server sets and clears what the client may not, before defaults' result is validated. */
  prepareForCreate?(world: World, object: T): T;
  /** As prepareForCreate, for a change of anything but the status. */
  prepareForUpdate?(world: World, object: T, old: T): T;
  /** As prepareForUpdate, for a change of the status; the spec is the old one. */
  prepareForStatusUpdate?(object: T, old: T): T;
  /** Whether an update must say which resourceVersion it is of. Source: AllowUnconditionalUpdate. */
  needsVersion?: true;
  /** Whether an update of an object that there is not creates it. Source: AllowCreateOnUpdate. */
  createsOnUpdate?: true;
  /** Whether the resource has a status subresource: then a plain update leaves the status, a status update the spec. */
  hasStatus: boolean;
  /** Whether a change of the spec raises metadata.generation. */
  hasGeneration: boolean;
  /** Whether a change of the annotations does so too. */
  countsAnnotations?: true;
  /** Seconds of grace before the object goes; absent: it goes at once. */
  gracePeriod?(object: T, options: DeleteOptions): number;
  /** Frees what the object held (addresses), when it is gone. */
  afterRemoval?(world: World, object: T, cause: Cause): void;
}
