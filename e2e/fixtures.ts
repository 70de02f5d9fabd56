import { test as base, expect, type Page } from '@playwright/test';

/** Hosts that a page asked for but its own. */
export interface Visits {
  elsewhere: string[];
}

/** Every test runs with the network cut: a request to anyone but the page's own server fails the test. */
export const test = base.extend<{ visits: Visits }>({
  visits: [
    async ({ page, baseURL }, use) => {
      const visits: Visits = { elsewhere: [] };
      const own = new URL(baseURL ?? '').host;
      await page.context().route(
        (url) => url.host !== own && url.protocol.startsWith('http'),
        (route) => {
          visits.elsewhere.push(route.request().url());
          return route.abort();
        },
      );
      await use(visits);
      expect(visits.elsewhere, 'the page asked somebody else').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the page on a scenario and waits until it shows a cluster. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await expect(page.getByRole('tree')).toBeAttached();
}
