import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { installedBrowser } from '../../../e2e/browser.ts';
import { type Benchmark, percentile } from './measure.ts';

const port = 4175;
const address = `http://127.0.0.1:${port}/`;

/** What the built page (`npm run build` first) costs: bytes and time to the first Pod, and the main thread per frame in a crowd. */
export const page: Benchmark = {
  name: 'page',
  async run() {
    const server = await preview({ preview: { port, strictPort: true, host: '127.0.0.1' }, logLevel: 'error' });
    const executablePath = installedBrowser();
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    try {
      return [...(await firstPod(browser)), ...(await frames(browser))];
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

/** The mark that the stage sets when it has drawn a Pod for the first time. */
const drawn = 'podarium:first-pod';

async function firstPod(browser: Browser) {
  const sizes: number[] = [];
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const visit = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    const received: Promise<{ began: number; bytes: number }>[] = [];
    visit.on('response', (response) => {
      const began = response.request().timing().startTime;
      const body = response.body().then((whole) => gzipped(response.url(), whole));
      // One that the closing page breaks off had begun after the mark.
      received.push(
        body.then(
          (bytes) => ({ began, bytes }),
          () => ({ began: Number.POSITIVE_INFINITY, bytes: 0 }),
        ),
      );
    });
    await visit.goto(address);
    await visit.waitForFunction((name) => performance.getEntriesByName(name).length > 0, drawn);
    const [time, instant] = await visit.evaluate((name) => {
      const { startTime = Number.NaN } = performance.getEntriesByName(name)[0] ?? {};
      return [startTime, performance.timeOrigin + startTime];
    }, drawn);
    times.push(time ?? Number.NaN);
    const before = (await Promise.all(received)).filter(({ began }) => began <= (instant ?? 0));
    sizes.push(before.reduce((sum, { bytes }) => sum + bytes, 0));
    await visit.close();
  }
  const how =
    'built page in headless Chromium, 5 first visits, median; all that was asked for before the mark, each gzipped (fonts as they are), 1 KB = 1000 bytes';
  return [
    { measure: 'first Pod: bytes', value: percentile(sizes, 0.5) / 1000, unit: 'KB gzip', how },
    { measure: 'first Pod: time', value: percentile(times, 0.5), unit: 'ms', how },
  ];
}

function gzipped(url: string, body: Buffer): number {
  return /\.woff2$/.test(url) ? body.length : gzipSync(body).length;
}

async function frames(browser: Browser) {
  const visit = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await visit.goto(`${address}?scenario=crowd`);
  await visit.waitForFunction((name) => performance.getEntriesByName(name).length > 0, drawn, { timeout: 120_000 });
  const lengths = await framesOf(visit, 10_000);
  await visit.close();
  const how = `100 nodes, 3,000 Pods and traffic; ${lengths.length} drawn frames in 10 s of headless Chromium (software rendering), main thread`;
  return [
    { measure: 'frame: median', value: percentile(lengths, 0.5), unit: 'ms', how },
    { measure: 'frame: 95th percentile', value: percentile(lengths, 0.95), unit: 'ms', how },
  ];
}

/** How long the stage worked on each frame that it drew in a stretch of wall-clock milliseconds. */
async function framesOf(visit: Page, milliseconds: number): Promise<number[]> {
  return visit.evaluate(
    (length) =>
      new Promise<number[]>((resolve) => {
        const found: number[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('podarium:frame')) found.push(entry.duration);
        });
        observer.observe({ entryTypes: ['measure'] });
        setTimeout(() => {
          observer.disconnect();
          resolve(found);
        }, length);
      }),
    milliseconds,
  );
}
