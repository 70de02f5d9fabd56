import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the built folder works under any path, also from `kubectl proxy --www`.
  base: './',
  plugins: [react()],
  resolve: { alias: { 'd3-transition': `${import.meta.dirname}/src/stage/withoutTransitions.ts` } },
  worker: { format: 'es' },
  test: {
    // Properties over whole clusters take seconds, on a busy machine many.
    testTimeout: 60_000,
    setupFiles: ['src/cluster/later/provide.ts', 'src/i18n/loadAll.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'e2e/conformance/**/*.test.ts'],
  },
  // Every browser that runs ES2023 knows modulepreload.
  build: { target: 'es2023', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4000 },
});
