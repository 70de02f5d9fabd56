import { humanDuration } from '../../api/tables/age.ts';
import { currentLanguage } from '../../i18n/i18n.ts';

const korean: Readonly<Record<string, string>> = { y: '년', d: '일', h: '시간', m: '분', s: '초' };

/** A length of virtual time as kubectl rounds it: `2m30s`, in Korean `2분 30초`. One that is negative counts as none. */
export function ageText(milliseconds: number): string {
  const text = humanDuration(Math.max(0, milliseconds));
  if (currentLanguage() === 'en') return text;
  return text.replace(
    /(\d+)([ydhms])(?=(\d?))/g,
    (_, number, unit, next) => `${number}${korean[unit]}${next ? ' ' : ''}`,
  );
}
