import AxeBuilder from '@axe-core/playwright';
import { expect, leave, open, openBranches, pods, test, tree } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await open(page);
  await openBranches(page);
  await expect(pods(page, 'web-', 'Running, ready 1 of 1').first()).toBeAttached();
});

/** Selects a Pod of the shop's web, and looks inside of it. */
async function lookInside(page: Parameters<typeof open>[0]): Promise<void> {
  await pods(page, 'web-', 'ready 1 of 1').first().dispatchEvent('click');
  await leave(page);
  await page.keyboard.press('z');
}

test('near by, a Pod tells its ports, processes, probes with their counters, usage and volumes', async ({ page }) => {
  const item = (name: RegExp) => tree(page).getByRole('treeitem', { name }).first();
  await expect(item(/^Port 8080/)).not.toBeAttached();
  await lookInside(page);
  await expect(item(/^Container web, image podarium\/shop-web/)).toBeAttached();
  await expect(item(/^Port 8080: container web listens$/)).toBeAttached();
  await expect(item(/^Process 1: /)).toBeAttached();
  await expect(item(/^readiness probe, Success: 0 of 3 failures in a row, asks again in \d+ s$/)).toBeAttached();
  await expect(item(/^Memory .*Mi\/256Mi$/)).toBeAttached();
  await expect(item(/^Volume kube-api-access-\w+, projected, mounted: web .* ro, files: token/)).toBeAttached();
  await leave(page);
  await page.keyboard.press('f');
  await expect(item(/^Port 8080/)).not.toBeAttached();
});

test('a killed container: its end in words, the restart, and the history that one can walk back along', async ({
  page,
}) => {
  await lookInside(page);
  await page.getByRole('button', { name: 'Kill the container' }).click();
  await page.getByRole('tab', { name: 'Containers' }).click();
  const card = page.getByRole('region', { name: 'Container web', exact: true });
  await expect(card.getByText(/exit code 137 \(SIGKILL\)/)).toBeVisible();
  await expect(card.getByText(/^readiness probe, Success: 0 of 3 failures in a row/)).toBeVisible();
  await expect(card.getByText(/^used .*Mi · request 128Mi · limit 256Mi$/)).toBeVisible();

  await page.getByRole('tab', { name: 'History' }).click();
  const changes = page.getByRole('slider', { name: 'Changes of the Pod' });
  await expect(changes).toBeVisible();
  await page.getByText('Changes as a table').click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.filter({ hasText: 'web: Running → Error (137)' }).filter({ hasText: 'kubelet/' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Ready: False (ContainersNotReady) → True' })).toHaveCount(2);

  await changes.focus();
  await page.keyboard.press('Home');
  await expect(changes).toHaveAttribute('aria-valuenow', '1');
  const first = await changes.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(changes).not.toHaveAttribute('aria-valuetext', first ?? '');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const at = /^[\d:.]+/.exec((await changes.getAttribute('aria-valuetext')) ?? '')?.[0] ?? 'no time';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(page.getByText(at, { exact: true }).first()).toBeVisible();
});

test('the history and the opened Pod are accessible, in the light theme too', async ({ page }) => {
  await lookInside(page);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Changes as a table').click();
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => {
      location.hash = `theme=${name}`;
    }, theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
