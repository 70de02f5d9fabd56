import { controllerOf, type Deployment, type Stored } from '../api/objects.ts';
import type { TextKey } from '../i18n/i18n.ts';
import type { Action, ActionContext } from './action.ts';
import type { IconName } from './icons.ts';
import { runKubectl } from './runKubectl.ts';
import { selectedWorkload } from './targets.ts';

/** The Deployment that is selected, or that the selected Pod or ReplicaSet belongs to. */
export function selectedDeployment(context: ActionContext): Stored<Deployment> | undefined {
  const workload = selectedWorkload(context);
  return workload?.resource === 'deployments' ? workload.object : undefined;
}

/** Runs `kubectl rollout WORD deployment/NAME`. */
export async function rollout(context: ActionContext, word: string, ...flags: string[]): Promise<void> {
  const metadata = selectedDeployment(context)?.metadata;
  if (!metadata || !context.client) return;
  const target = [`deployment/${metadata.name}`, '--namespace', metadata.namespace ?? 'default'];
  await runKubectl(context.client, ['rollout', word, ...target, ...flags]);
}

const onDeployment = (
  id: string,
  titles: [title: TextKey, now?: (context: ActionContext) => TextKey],
  icon: IconName,
  shortcut: string,
  run: (context: ActionContext) => Promise<void>,
): Action => ({
  id,
  group: 'object',
  title: titles[0],
  ...(titles[1] && { titleNow: titles[1] }),
  icon,
  shortcuts: [shortcut],
  enabled: (context) => selectedDeployment(context) !== undefined,
  run,
});

function hasEarlierRevision(context: ActionContext): boolean {
  const uid = selectedDeployment(context)?.metadata.uid;
  if (uid === undefined) return false;
  return [...context.cluster.replicaSets.values()].filter((one) => controllerOf(one)?.uid === uid).length > 1;
}

const isPaused = (context: ActionContext): boolean => selectedDeployment(context)?.spec?.paused === true;

/** What one does to the rollout of a Deployment, as kubectl does it. */
export const rolloutActions: readonly Action[] = [
  onDeployment('rolloutRestart', ['action.rolloutRestart'], 'restart', 'Shift+g', (context) =>
    rollout(context, 'restart'),
  ),
  {
    ...onDeployment('rolloutUndo', ['action.rolloutUndo'], 'undo', 'Shift+z', (context) => rollout(context, 'undo')),
    enabled: hasEarlierRevision,
  },
  onDeployment(
    'rolloutPause',
    ['action.rolloutPauseOrResume', (context) => (isPaused(context) ? 'action.rolloutResume' : 'action.rolloutPause')],
    'pause',
    'Shift+h',
    (context) => rollout(context, isPaused(context) ? 'resume' : 'pause'),
  ),
];
