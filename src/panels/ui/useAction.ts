import { useCallback, useSyncExternalStore } from 'react';
import { type Action, actionContext } from '../../actions/action.ts';
import type { IconName } from '../../actions/icons.ts';
import type { TextKey } from '../../i18n/i18n.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useClock } from '../../store/clock.ts';
import { useCluster } from '../../store/cluster.ts';
import { useSelection } from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { useTrafficClients } from '../../store/traffic.ts';
import { useView } from '../../store/view.ts';

const stores = [useCluster, useClock, useSelection, useSession, useTrafficClients, useView];

function subscribe(listener: () => void): () => void {
  const stops = stores.map((store) => store.subscribe(listener));
  return () => {
    for (const stop of stops) stop();
  };
}

/** An action as it stands now; the component is drawn anew only when one of these changes. */
export function useAction(action: Action): { enabled: boolean; title: TextKey; icon: IconName } {
  useLanguage();
  const read = useCallback(() => {
    const context = actionContext();
    const title = action.titleNow?.(context) ?? action.title;
    return `${action.enabled(context) ? 1 : 0} ${title} ${action.iconNow?.(context) ?? action.icon}`;
  }, [action]);
  const [enabled, title, icon] = useSyncExternalStore(subscribe, read).split(' ');
  return { enabled: enabled === '1', title: title as TextKey, icon: icon as IconName };
}
