import { useEffect } from 'react';
import { t, useLanguage } from '../../i18n/i18n.ts';
import { dismiss, type Notice, useNotices } from '../../store/notices.ts';
import { Icon } from '../ui/Icon.tsx';
import './notices.css';

/** How long a notice that asks for nothing stays, in milliseconds of the wall clock. */
const shownFor = 6000;

/** What the page tells once, at the lower edge. Both regions are always there, else screen readers miss the first. */
export function Notices() {
  useLanguage();
  const notices = useNotices((state) => state.notices);
  const row = (notice: Notice) => <Row key={notice.id} notice={notice} />;
  return (
    <section className="notices" aria-label={t('notice.list')}>
      <div role="status">{notices.filter(({ kind }) => kind === 'done').map(row)}</div>
      <div role="alert">{notices.filter(({ kind }) => kind === 'error').map(row)}</div>
    </section>
  );
}

function Row({ notice: { id, kind, title, detail } }: { notice: Notice }) {
  useEffect(() => {
    if (kind === 'error') return;
    const timer = setTimeout(() => dismiss(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return (
    <div className={`notice notice-${kind}`}>
      <div className="notice-text">
        <strong>{title}</strong>
        {detail && <p>{detail}</p>}
      </div>
      <button type="button" className="button button-icon" aria-label={t('notice.dismiss')} onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
