import AxeBuilder from '@axe-core/playwright';
import { expect, open, openBranches, pods, test, write } from './fixtures.ts';

for (const theme of ['dark', 'light', 'contrast'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.beforeEach(async ({ page }) => {
      await open(page, `#theme=${theme}`);
    });

    const check = async (page: Parameters<typeof open>[0]) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    };

    test('the stage and the empty inspector', async ({ page }) => {
      await check(page);
    });

    test('the inspector, each of its tabs', async ({ page }) => {
      test.slow();
      await openBranches(page);
      await pods(page, 'web-').first().dispatchEvent('click');
      for (const name of ['Overview', 'Containers', 'Conditions', 'History', 'Events', 'Scheduling', 'States', 'Why']) {
        await page.getByRole('tab', { name }).click();
        await expect(page.getByRole('tabpanel')).not.toBeEmpty();
        await check(page);
      }
    });

    test('the editor', async ({ page }) => {
      await write(page, 'apiVersion: v1\nkind: Pod\n');
      await check(page);
    });

    test('the list of what is not simulated', async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('combobox').fill('not simulated');
      await page.getByRole('option', { name: 'What is not simulated' }).click();
      await page.getByRole('searchbox', { name: 'Find a field' }).fill('stdin');
      await expect(page.getByText('Nothing can be typed into a running container')).toBeVisible();
      await check(page);
    });

    test('the palette and the help sheet', async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page);
    });
  });
}
