import { t, useLanguage } from '../i18n/i18n.ts';
import { useCluster } from '../store/cluster.ts';

/** Where the simulator stopped: what happened, why, and what to do. Nothing while all is well. */
export function ConnectionBanner() {
  useLanguage();
  const connection = useCluster((cluster) => cluster.connection);
  if (connection.state === 'connecting' || connection.state === 'live') return null;
  const broken = connection.state === 'broken';
  return (
    <div className={`banner ${broken ? 'banner-broken' : ''}`} role={broken ? 'alert' : 'status'}>
      <strong>{t(broken ? 'connection.broken' : 'connection.restarting')}</strong>
      <span className="mono">{t('connection.reason', { reason: connection.reason })}</span>
      {broken && (
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {t('connection.restart')}
        </button>
      )}
    </div>
  );
}
