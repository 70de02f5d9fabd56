import AxeBuilder from '@axe-core/playwright';
import { expect, open, openBranches, pods, test, tree, write } from './fixtures.ts';

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

    test('owners, a Deployment that rolls, a node that is cut off, a part of the control plane', async ({ page }) => {
      const select = (name: RegExp) => tree(page).getByRole('treeitem', { name }).dispatchEvent('click');
      await openBranches(page);
      await select(/^Node node-2,/);
      await page.keyboard.press('x');
      await expect(page.getByRole('complementary')).toContainText('Cut off the network');
      await check(page);
      await select(/kube-scheduler/);
      await expect(page.getByRole('complementary')).toContainText('What it does');
      await check(page);
      await page.keyboard.press('v');
      await select(/^Deployment web,/);
      await page.keyboard.press('Shift+g');
      await expect(page.getByRole('button', { name: 'Roll back to #1' })).toBeVisible();
      await check(page);
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
