import { t, translate } from '../i18n/i18n.ts';
import { notify } from '../store/notices.ts';
import { type Action, actionContext } from './action.ts';

/** Runs an action on the present moment, if it is possible now. What the cluster refuses is shown in its own words. */
export async function perform(action: Action): Promise<void> {
  const context = actionContext();
  if (!action.enabled(context)) return;
  await attempt(translate(action.titleNow?.(context) ?? action.title), () => action.run(context));
}

/** Does something that the cluster may refuse; then `title` and the API server's own message are shown. */
export async function attempt(title: string, what: () => void | Promise<void>): Promise<void> {
  try {
    await what();
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    notify('error', t('notice.failed', { action: title }), message);
  }
}
