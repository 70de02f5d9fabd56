import type { Action } from './action.ts';
import { goActions } from './go.ts';
import { imageActions } from './images.ts';
import { nodeActions } from './nodes.ts';
import { objectActions } from './objects.ts';
import { partActions } from './parts.ts';
import { rolloutActions } from './rollout.ts';
import { timeActions } from './time.ts';
import { trafficActions } from './traffic.ts';
import { viewActions } from './view.ts';

/** All that a user can do, in the order of palette and help sheet. Adding an action is adding it to one of these lists. */
export const actions: readonly Action[] = [
  ...timeActions,
  ...objectActions,
  ...rolloutActions,
  ...nodeActions,
  ...imageActions,
  ...partActions,
  ...trafficActions,
  ...goActions,
  ...viewActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));

/** The action of this id; throws for one that does not exist, which is a mistake in the program. */
export function actionOf(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}
