import type { Node, ObjectToWrite, Pod } from '../../api/objects.ts';

/** One pending Pod in a small cluster, in the format of recordings/scheduling. */
export interface SchedulingCase {
  /** `group/what`, unique. */
  name: string;
  /** Without apiVersion and kind. */
  nodes?: Node[];
  /** Existing Pods, each with its node. */
  pods?: Pod[];
  /** Everything else, with kind. */
  objects?: ObjectToWrite[];
  /** Pending Pods that are tried before. */
  earlier?: Pod[];
  /** The pending Pod as it is submitted. */
  pod: Pod;
  /** After a preemption the victims go, and the Pod's node is awaited. */
  follow?: boolean;
  /** Nodes that come after a preemption, so that the Pod is tried again. */
  again?: Node[];
}

export interface NodeStatus {
  plugin?: string;
  status: 'Unschedulable' | 'UnschedulableAndUnresolvable';
  reasons: string[];
}

/** What became of the Pod of a case; every part is absent where there is nothing to say. */
export interface CaseOutcome {
  scheduled: string | null;
  /** A node is chosen, but the binding waits for the volume controller. */
  bound?: false;
  best?: string[];
  feasible?: string[];
  filtered?: Record<string, NodeStatus>;
  preFilter?: NodeStatus;
  preFilterNodes?: string[];
  skipped?: { filter?: string[]; score?: string[] };
  scores?: Record<string, Record<string, number>>;
  /** Before normalisation, of the plugins where it differs. */
  raw?: Record<string, Record<string, number>>;
  weights?: Record<string, number>;
  totals?: Record<string, number>;
  claimed?: Record<string, string>;
  selectedNode?: Record<string, string>;
  reason?: string;
  message?: string;
  preemption?: CasePreemption;
  event?: { type: string; reason: string; message: string; action: string };
  rejected?: { code: number; reason: string; message: string };
  bypassed?: true;
}

export interface CasePreemption {
  nominatedNode?: string;
  victims?: string[];
  candidates?: Record<string, { victims: string[]; pdbViolations: number }>;
  tied?: string[];
  rejected?: Record<string, NodeStatus>;
  ineligible?: string;
  message?: string;
  victimCondition?: { type: string; status: string; reason?: string; message?: string };
  victimEvent?: { type: string; reason: string; message: string; action: string };
  /** The node in the end, when the victims were gone. */
  then?: string | null;
  again?: { message?: string; nominatedNode?: string };
}
