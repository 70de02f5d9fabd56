import { setLanguage } from '../../i18n/i18n.ts';
import { type StageTheme, stageProperties } from '../palette.ts';

/** Sets on the root what the page's theme would, as asked for in the address: `theme` and `language`. */
export function showTheme(asked: URLSearchParams): void {
  const theme = (asked.get('theme') ?? 'dark') as StageTheme;
  const properties = {
    ...stageProperties(theme),
    '--font-text': "'Inter Variable', 'Pretendard Variable', sans-serif",
    '--font-mono': "'JetBrains Mono Variable', monospace",
    '--type-scale': theme === 'projector' ? '1.6' : '1',
  };
  for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value);
  if (asked.get('language') === 'ko') setLanguage('ko');
}
