import type { EndpointSlice, Ingress, Node, Pod, Service, Stored } from '../api/objects.ts';
import type { TankParts } from '../client/client.ts';
import type { TrafficClient } from '../cluster/network/state.ts';
import type { NextEviction, NodeFault } from './faults.ts';
import type { Rect } from './geometry.ts';
import type { Arrangement } from './measures.ts';
import type { NodeFacts } from './nodeFacts.ts';
import type { OwnerFacts } from './owners/facts.ts';
import type { OwnerPlaces } from './owners/places.ts';
import type { PodFacts, Tone } from './podFacts.ts';
import type { Slots } from './slots.ts';

/** What the picture is made of: a client's cache of the cluster. */
export interface SceneInput {
  nodes: ReadonlyMap<string, Stored<Node>>;
  pods: ReadonlyMap<string, Stored<Pod>>;
  services: ReadonlyMap<string, Stored<Service>>;
  ingresses: ReadonlyMap<string, Stored<Ingress>>;
  endpointSlices: ReadonlyMap<string, Stored<EndpointSlice>>;
  clients: readonly TrafficClient[];
  /** What is not as it should be, where that is known. */
  parts?: TankParts;
}

/** Where everything has its place, to be handed on from one scene to the next, so that what stays does not move. */
export interface Places {
  nodes: Slots;
  /** By node name, the slots of its Pods by uid. */
  pods: ReadonlyMap<string, Slots>;
  /** Pods without a node, by uid. */
  tray: Slots;
  clients: Slots;
  ingresses: Slots;
  services: Slots;
  /** Index of the rooms' size in `roomSizes`; it only grows. */
  roomSize: number;
  /** Places in the grid of nodes; it only grows. */
  gridSize: number;
  /** How many nodes stand beside each other; the same for as long as the grid is. */
  columns: number;
  /** Whether the columns in front of the nodes are left out. */
  frontLeftOut: boolean;
}

interface BoxBase extends Rect {
  /** Unlike any other box's: `pod/<uid>`, `node/<name>`, `service/<key>`, ... */
  id: string;
  name: string;
  /** How much larger than at scale 1 it is drawn: 1 for nodes and Pods. */
  scale: number;
}

export interface ClientBox extends BoxBase {
  kind: 'client';
  client: TrafficClient;
}

export interface IngressBox extends BoxBase {
  kind: 'ingress';
  key: string;
  uid: string;
  hosts: string[];
  /** How many paths its rules have. */
  paths: number;
}

export interface ServiceBox extends BoxBase {
  kind: 'service';
  key: string;
  uid: string;
  type: string;
  clusterIP: string;
  /** `80`, `80,443`. */
  ports: string;
  /** Uids of the Pods behind it, and those of them that are ready. */
  endpoints: string[];
  ready: number;
}

export interface NodeBox extends BoxBase {
  kind: 'node';
  key: string;
  uid: string;
  facts: NodeFacts;
  /** What was done to it from outside. */
  faults: readonly NodeFault[];
  /** When its Pods are evicted, while nobody hears of it. */
  eviction?: NextEviction;
  /** Height of its head. */
  head: number;
  column: number;
  row: number;
  pods: PodBox[];
  /** How many of its Pods fare how. */
  tones: Record<Tone, number>;
}

export interface PodBox extends BoxBase {
  kind: 'pod';
  key: string;
  uid: string;
  facts: PodFacts;
  /** Undefined in the tray. */
  node: string | undefined;
}

/** A part of the control plane, or who talks to it. */
export interface PartBox extends BoxBase {
  kind: 'part';
  part: Part;
  /** Its process does not run. */
  stopped: boolean;
}

export type Part = 'kubectl' | 'apiServer' | 'controllerManager' | 'scheduler';

/** What owns Pods, or owns what owns them; only in the arrangement by owners. */
export interface OwnerBox extends BoxBase {
  kind: 'owner';
  /** `Deployment`, `ReplicaSet`, ...; empty for the place of the Pods that nothing owns. */
  ownerKind: string;
  /** Plural name of the resource, where the page keeps such objects. */
  resource: string | undefined;
  key: string;
  uid: string;
  namespace: string;
  facts: OwnerFacts;
  /** The id of the owner's own owner. */
  parent: string | undefined;
  /** Where its Pods stand; undefined for one that owns ReplicaSets or Jobs. */
  ground?: Rect;
  pods: PodBox[];
  /** Pods that found no room on the ground. */
  hidden: number;
}

export type Box = ClientBox | IngressBox | ServiceBox | NodeBox | PodBox | PartBox | OwnerBox;

/** The arrangement by owners. */
export interface OwnersPicture {
  places: OwnerPlaces;
  /** Width of the rows of plots. */
  rowWidth: number;
  /** How much larger than at scale 1 cards are drawn. */
  scale: number;
  /** Those at the top of the trees first, each followed by its branches. */
  boxes: OwnerBox[];
  /** Pods without room, of all owners. */
  hidden: number;
  /** Nodes that are not heard of, or not well: what is shown of their Pods is the last that was known. */
  lostNodes: ReadonlySet<string>;
}

/** A way that requests go, from box to box. */
export interface Link {
  from: string;
  to: string;
  /** Whether the Pod at its end is ready; true for all other links. */
  ready: boolean;
}

/** Where Pods wait for a node. */
export interface Tray extends Rect {
  pods: PodBox[];
  /** Pods that found no room in it. */
  hidden: number;
  capacity: number;
}

/** Names of columns, to be written above them. */
export interface Heading extends Rect {
  column: 'clients' | 'ingress' | 'services' | 'nodes';
}

/** The picture of a moment, in world coordinates. */
export interface Scene {
  places: Places;
  arrangement: Arrangement;
  bounds: Rect;
  clients: ClientBox[];
  ingresses: IngressBox[];
  services: ServiceBox[];
  nodes: NodeBox[];
  /** On nodes and in the tray. */
  pods: PodBox[];
  parts: PartBox[];
  tray: Tray;
  headings: Heading[];
  links: Link[];
  /** Height of the wire on which all hear the API server. */
  bus: number;
  /** Left edge of the nodes' grid. */
  nodesLeft: number;
  boxes: ReadonlyMap<string, Box>;
  /** Undefined where Pods stand on their nodes. */
  owners?: OwnersPicture;
}
