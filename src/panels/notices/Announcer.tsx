import { useNotices } from '../../store/notices.ts';

/** Says to screen readers what others see happen. */
export function Announcer() {
  const announcement = useNotices((state) => state.announcement);
  return (
    <div className="unseen" aria-live="polite" aria-atomic="true">
      {announcement}
    </div>
  );
}
