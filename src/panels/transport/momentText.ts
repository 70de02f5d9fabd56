import { t } from '../../i18n/i18n.ts';
import type { Moment } from '../../store/moments.ts';

/** A notable moment in a line. */
export function momentText({ kind, key, text }: Moment): string {
  const name = key.split('/').at(-1) ?? key;
  if (kind === 'podCreated') return t('timeline.created', { name });
  if (kind === 'podDeleted') return t('timeline.deleted', { name });
  return `${name} ${text ?? ''}`;
}
