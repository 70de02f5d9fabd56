import { type Language, loadLanguage, setLanguage, t } from '../i18n/i18n.ts';
import { stageProperties } from '../stage/palette.ts';
import { firstPicture } from '../store/firstPicture.ts';
import { notify } from '../store/notices.ts';
import { motionReduced, shownTheme, useView } from '../store/view.ts';

const projectorScale = 1.6;
const wishes = ['(prefers-color-scheme: light)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)'];

/** Writes theme, type scale, motion and language on the root, now and whenever they or the machine's wishes change. */
export async function followView(): Promise<void> {
  show();
  await loadLanguage(useView.getState().language);
  useView.subscribe(show);
  for (const wish of wishes) matchMedia(wish).addEventListener('change', show);
}

function show(): void {
  const { theme: choice, language, presenting, reducedMotion } = useView.getState();
  const theme = shownTheme(choice);
  const root = document.documentElement;
  const large = presenting || theme === 'projector';
  for (const [name, value] of Object.entries(stageProperties(theme))) root.style.setProperty(name, value);
  root.style.setProperty('--type-scale', String(large ? projectorScale : 1));
  root.dataset.theme = theme;
  root.dataset.motion = motionReduced(reducedMotion) ? 'reduced' : 'full';
  if (language === 'ko') void firstPicture.then(() => import('./styles/korean.css'));
  speak(language);
}

/** Changes the language as soon as its texts are there, unless another was chosen meanwhile. */
function speak(language: Language): void {
  loadLanguage(language).then(
    () => {
      if (useView.getState().language !== language) return;
      document.documentElement.lang = language;
      setLanguage(language);
    },
    (error: unknown) => notify('error', t('app.languageFailed'), String(error)),
  );
}
