import { create } from 'zustand';
import type { Pod, Stored } from '../api/objects.ts';
import { isFailure } from '../api/status.ts';
import type { Decision } from '../client/client.ts';
import { useSelection } from './selection.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

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
  over?: string | undefined;
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

/** Takes a Pod up and asks the scheduler where it could go; the cluster stays as it is. */
export async function beginPlacement({ metadata }: Stored<Pod>, dragged: boolean): Promise<void> {
  const { namespace = '', name, uid } = metadata;
  if (useView.getState().arrangement !== 'nodes') useView.setState({ arrangement: 'nodes' });
  usePlacement.setState({
    placement: { key: `${namespace}/${name}`, uid, name, dragged, decision: undefined },
    asked: undefined,
  });
  await askScheduler();
}

/** Asks anew about the Pod that is taken up: the cluster may have changed. */
export async function askScheduler(): Promise<void> {
  const { placement } = usePlacement.getState();
  if (!placement) return;
  const { uid, key } = placement;
  const [namespace = '', name = ''] = key.split('/');
  try {
    const answer = await useSession.getState().client?.tank?.whatIf({ namespace, name });
    if (!answer) return endPlacement();
    changePlacement(uid, isFailure(answer) ? { problem: answer.message } : { decision: answer });
  } catch (problem) {
    changePlacement(uid, { problem: String(problem) });
  }
}

/** Asks what it would be like if the Pod went to a node: the Scheduling tab answers. */
export function askAboutNode(node: string): void {
  const { placement } = usePlacement.getState();
  if (!placement) return;
  const { key, uid } = placement;
  // While the stage stands alone there is no tab to answer: the card on the stage stays.
  const { presenting } = useView.getState();
  const stays = { ...placement, dragged: false, over: node };
  usePlacement.setState({ placement: presenting ? stays : undefined, asked: { uid, node } });
  useSelection.getState().select({ resource: 'pods', key, uid });
  useView.setState({ inspectorTab: 'scheduling', editorOpen: false, sideOpen: true });
}

/** Changes the placement that there is; nothing where it has ended, or is another Pod's by now. */
export function changePlacement(uid: string, change: Partial<Placement>): void {
  const { placement } = usePlacement.getState();
  if (placement?.uid === uid) usePlacement.setState({ placement: { ...placement, ...change } });
}

export function endPlacement(): void {
  if (usePlacement.getState().placement) usePlacement.setState({ placement: undefined });
}
