import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const withoutTransitions = `${import.meta.dirname}/src/stage/withoutTransitions.ts`;

export default defineConfig({
  // Relative, so that the built folder works under any path, also from `kubectl proxy --www`.
  base: './',
  plugins: [react()],
  resolve: { alias: { 'd3-transition': withoutTransitions, 'd3-interpolate': withoutTransitions } },
  worker: { format: 'es' },
  test: {
    // Properties over whole clusters take seconds, on a busy machine many.
    testTimeout: 60_000,
    setupFiles: ['src/cluster/later/provide.ts', 'src/i18n/loadAll.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'e2e/conformance/**/*.test.ts'],
  },
  // Every browser that runs ES2023 knows modulepreload.
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: withFirstPicture }] } } },
  },
});

interface Graph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null;
}

/**
 * Puts what the page loads before its first picture into one file. Left alone, whatever a later part shares with it
 * becomes a file of its own: forty small ones, which compress worse and arrive later than one.
 */
function withFirstPicture(id: string, graph: Graph): string | null {
  const seen = new Set([id]);
  for (const one of seen) {
    const known = graph.getModuleInfo(one);
    if (known?.isEntry) return 'first';
    for (const importer of known?.importers ?? []) seen.add(importer);
  }
  return null;
}
