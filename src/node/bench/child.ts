import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** What a benchmark in a process of its own prints as its last line. */
export interface ChildResult {
  cpuSeconds: number;
  wallSeconds: number;
  heapMegabytes: number;
  [more: string]: number;
}

/**
 * Bundles a script of this folder with all that it imports (as a page would have it, and since not every library can be
 * loaded by Node as it is published); returns the path of the bundle.
 */
export async function bundle(script: URL): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'podarium-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: script.pathname,
      outDir: folder,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(folder, 'child.mjs');
}

/** Runs a bundle in a fresh Node process, so that one measurement does not warm or burden the next. */
export function runChild(path: string, ...words: string[]): ChildResult {
  const run = spawnSync(process.execPath, ['--expose-gc', path, ...words], { encoding: 'utf8', timeout: 600_000 });
  const last = run.stdout?.trim().split('\n').at(-1);
  if (run.status !== 0 || !last) throw new Error(`${basename(path)} ${words.join(' ')} failed: ${run.stderr}`);
  return JSON.parse(last) as ChildResult;
}
