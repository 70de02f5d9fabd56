import type { ClockState, ClusterClient } from '../client/client.ts';
import type { TextKey } from '../i18n/i18n.ts';
import { useClock } from '../store/clock.ts';
import { type ClusterState, useCluster } from '../store/cluster.ts';
import { type Selected, useSelection } from '../store/selection.ts';
import { useSession } from '../store/session.ts';
import { useView, type ViewState } from '../store/view.ts';
import type { IconName } from './icons.ts';

/** All that an action decides by, as of one moment. */
export interface ActionContext {
  /** Undefined while no cluster is there. */
  client: ClusterClient | undefined;
  cluster: ClusterState;
  clock: ClockState;
  selected: Selected | undefined;
  view: ViewState;
}

export const actionGroups = ['time', 'object', 'node', 'traffic', 'go', 'view'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** One thing that a user can do. The same object feeds button, menu, palette, shortcut and help sheet. */
export interface Action {
  id: string;
  group: ActionGroup;
  title: TextKey;
  /** The title as of now, where it depends on the moment: `Play` or `Pause`. */
  titleNow?(context: ActionContext): TextKey;
  icon: IconName;
  iconNow?(context: ActionContext): IconName;
  /** Any of them: see shortcuts.ts for how they are written. */
  shortcuts: readonly string[];
  enabled(context: ActionContext): boolean;
  /** Throws, with the API server's message, where the cluster refuses. */
  run(context: ActionContext): void | Promise<void>;
}

/** The context as it is at this moment. */
export function actionContext(): ActionContext {
  return {
    client: useSession.getState().client,
    cluster: useCluster.getState(),
    clock: useClock.getState(),
    selected: useSelection.getState().selected,
    view: useView.getState(),
  };
}
