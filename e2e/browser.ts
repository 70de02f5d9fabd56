// Finds the browser for the end-to-end tests: CHROMIUM_PATH, an installed Chromium or Chrome, or Playwright's own,
// which is fetched where there is none. Prints the path, or nothing for Playwright's own.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of an installed browser, or undefined where Playwright's own is to be used. */
export function installedBrowser(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of installed) {
    const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
    const path = found.stdout?.split(/\r?\n/)[0];
    if (found.status === 0 && path) return path;
  }
  return undefined;
}

if (process.argv[1] === import.meta.filename && !installedBrowser() && !existsSync(chromium.executablePath())) {
  execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' });
}
