import { expect, open, openBranches, pods, test } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await open(page);
  await openBranches(page);
  await expect(pods(page, 'web-', 'Running')).not.toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('a paused cluster stands still, and one event back and forth gives the same picture', async ({ page }) => {
  const stage = page.getByRole('region', { name: 'Cluster' }).locator('canvas');
  const tell = async () => ({
    pods: await pods(page, '').allTextContents(),
    pictures: await Promise.all([0, 1].map(async (index) => (await stage.nth(index).screenshot()).toString('base64'))),
  });
  await page.keyboard.press('Shift+.');
  await settle(page);
  const before = await tell();
  await settle(page);
  expect(await tell()).toEqual(before);

  await page.keyboard.press('Shift+.');
  await settle(page);
  await page.keyboard.press(',');
  await settle(page);
  await page.keyboard.press(',');
  await settle(page);
  await page.keyboard.press('Shift+.');
  await settle(page);
  expect((await tell()).pods).toEqual(before.pods);
  expect((await tell()).pictures).toEqual(before.pictures);
});

test('going back undoes what was done to the cluster', async ({ page }) => {
  const names = async () =>
    (await pods(page, 'web-').allTextContents()).map((text) => /^Pod ([^,]+)/.exec(text)?.[1]).sort();
  const before = await names();
  await pods(page, 'web-').first().dispatchEvent('click');
  await page.keyboard.press('Delete');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+.');
  await expect.poll(names).not.toEqual(before);
  for (let i = 0; i < 12; i++) await page.keyboard.press(',');
  await expect.poll(names).toEqual(before);
});

/** The tree follows the cluster twice a second: two equal looks in a row are the present. */
async function settle(page: Parameters<typeof pods>[0]): Promise<void> {
  let last = '';
  await expect
    .poll(
      async () => {
        const now = (await pods(page, '').allTextContents()).join('\n');
        const isSame = now === last;
        last = now;
        return isSame;
      },
      { intervals: [700] },
    )
    .toBe(true);
}
