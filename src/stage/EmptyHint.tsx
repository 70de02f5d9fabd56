import { t, useLanguage } from '../i18n/i18n.ts';
import { useCluster } from '../store/cluster.ts';

/** While there are nodes but no Pods: what will be seen here, and what to do for it. */
export function EmptyHint() {
  useLanguage();
  const empty = useCluster((state) => state.nodes.size > 0 && state.pods.size === 0);
  if (!empty) return null;
  return (
    <div className="stage-empty">
      <strong>{t('stage.empty')}</strong>
      <span>{t('stage.emptyHint')}</span>
    </div>
  );
}
