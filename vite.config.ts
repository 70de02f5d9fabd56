import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the built folder works under any path, also from `kubectl proxy --www`.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  test: {
    setupFiles: ['src/cluster/runtime/programs/provide.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'e2e/conformance/**/*.test.ts'],
  },
  build: { target: 'es2023', chunkSizeWarningLimit: 4000 },
});
