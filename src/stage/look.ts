import { forgetMeasures } from './draw/text.ts';
import { type Palette, readPalette } from './palette.ts';

/** What the page's theme says of the stage: read once for each change of it. */
export interface Look {
  palette: Palette;
  fonts: { text: string; mono: string };
  typeScale: number;
}

const textFont = "'Inter Variable', Inter, 'Pretendard Variable', Pretendard, system-ui, 'Noto Sans KR', sans-serif";
const monoFont =
  "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, 'Pretendard Variable', Pretendard, monospace";

/** Reads the look off the root element: `--stage-*`, `--font-text`, `--font-mono`, `--type-scale`. */
export function readLook(): Look {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const property = (name: string): string => style.getPropertyValue(name).trim();
  return {
    palette: readPalette(root),
    fonts: { text: property('--font-text') || textFont, mono: property('--font-mono') || monoFont },
    typeScale: Number(property('--type-scale')) || 1,
  };
}

/** Calls back whenever the look may have changed: theme, type scale, fonts that have come. Returns how to stop. */
export function watchLook(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  const schemes = matchMedia('(prefers-color-scheme: light)');
  schemes.addEventListener('change', changed);
  const fontsCame = (): void => {
    forgetMeasures();
    changed();
  };
  document.fonts.addEventListener('loadingdone', fontsCame);
  askForFonts(readLook());
  return () => {
    observer.disconnect();
    schemes.removeEventListener('change', changed);
    document.fonts.removeEventListener('loadingdone', fontsCame);
  };
}

/** A canvas does not wait for fonts, and the page may not use these weights elsewhere yet. */
function askForFonts({ fonts }: Look): void {
  for (const weight of [400, 500, 600])
    for (const family of [fonts.text, fonts.mono])
      document.fonts.load(`${weight} 12px ${family}`, 'Pod').catch((reason: unknown) => console.warn('font', reason));
}
