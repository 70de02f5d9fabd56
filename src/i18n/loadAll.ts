import { loadLanguage } from './i18n.ts';

// Imported for its effect by tests: they switch languages without waiting.
await loadLanguage('ko');
