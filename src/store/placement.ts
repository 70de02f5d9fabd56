import { create } from 'zustand';
import type { Decision } from '../client/client.ts';

/** A Pod that is held over the nodes: where could it go? */
export interface Placement {
  key: string;
  uid: string;
  name: string;
  /** In the hand; otherwise it was asked by an action, and stays until it is ended. */
  dragged: boolean;
  /** Undefined until the scheduler has answered. */
  decision: Decision | undefined;
  /** Why there is no answer. */
  problem?: string;
  /** The node that it is held over. */
  over?: string;
}

/** What was asked about last: this Pod on that node. The Scheduling tab tells of it. */
export interface AskedNode {
  uid: string;
  node: string;
}

interface PlacementState {
  placement: Placement | undefined;
  asked: AskedNode | undefined;
}

export const usePlacement = create<PlacementState>()(() => ({ placement: undefined, asked: undefined }));

/** Changes the placement that there is; nothing where it has ended, or is another Pod's by now. */
export function changePlacement(uid: string, change: Partial<Placement>): void {
  const { placement } = usePlacement.getState();
  if (placement?.uid === uid) usePlacement.setState({ placement: { ...placement, ...change } });
}

export function endPlacement(): void {
  if (usePlacement.getState().placement) usePlacement.setState({ placement: undefined });
}
