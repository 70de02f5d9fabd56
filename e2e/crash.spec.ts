import type { Page } from '@playwright/test';
import { atSpeed, expect, open, openBranches, pods, test, write } from './fixtures.ts';

const database = (env: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: db
spec:
  selector:
    matchLabels: { app: db }
  template:
    metadata:
      labels: { app: db }
    spec:
      containers:
      - name: postgres
        image: postgres:17
${env}`;
const password = `        env:
        - name: POSTGRES_PASSWORD
          value: example
`;

/** Opens branches until a Pod is there that says so: its node may have been a leaf before. */
async function found(page: Page, prefix: string, says: string): Promise<void> {
  await expect(async () => {
    await openBranches(page);
    await expect(pods(page, prefix, says)).toBeAttached({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
}

test.beforeEach(async ({ page }) => {
  await open(page, '?scenario=empty');
});

test('a learner finds in the logs why a database crashes, mends the YAML, and sees it run', async ({ page }) => {
  await write(page, database(''));
  await page.keyboard.press('ControlOrMeta+Enter');
  await atSpeed(page, '10×');
  await found(page, 'db-', 'CrashLoopBackOff');
  await pods(page, 'db-').dispatchEvent('click');
  await page.getByRole('button', { name: 'Inspector' }).click();

  // Why: what it wrote, in this run and in the one before, and its exit code.
  await page.getByRole('tab', { name: 'Logs' }).click();
  const log = page.getByRole('region', { name: /^Log of/ });
  await expect(log).toContainText('superuser password is not specified');
  await expect(page.getByText(/with exit code 1 /)).toBeVisible();
  await page.getByLabel('Run', { exact: true }).selectOption('previous run');
  await expect(page.getByRole('region', { name: 'Log of the previous run of postgres' })).toContainText(
    'You must specify POSTGRES_PASSWORD',
  );
  await expect(page.getByText(/^The same with kubectl kubectl logs db-.* --previous$/)).toBeVisible();

  // Mended.
  await write(page, database(password));
  await page.keyboard.press('ControlOrMeta+Enter');
  await found(page, 'db-', 'Running, ready 1 of 1, 0 restarts');
  await pods(page, 'db-', 'Running, ready 1 of 1').dispatchEvent('click');
  await page.getByRole('button', { name: 'Inspector' }).click();
  await expect(log).toContainText('database system is ready to accept connections');
});

test('an image that the registry lacks is declared, and the Pod that waits for it starts', async ({ page }) => {
  await write(
    page,
    `apiVersion: v1
kind: Pod
metadata:
  name: cart
spec:
  containers:
  - name: cart
    image: shop/cart:1.2
`,
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await atSpeed(page, '10×');
  await found(page, 'cart', 'ImagePull');
  await pods(page, 'cart').dispatchEvent('click');
  await page.getByRole('button', { name: 'Inspector' }).click();
  await page.getByRole('tab', { name: 'Containers' }).click();
  await page.getByRole('button', { name: 'Declare an image…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Declare an image' });
  await expect(dialog.getByLabel('Image name')).toHaveValue('shop/cart:1.2');
  await dialog.getByLabel('Port').fill('none');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('A number is needed here.')).toBeVisible();
  await dialog.getByLabel('Port').fill('9000');
  await dialog.getByLabel('Writes to its log').fill('cart listens');
  await dialog.getByRole('button', { name: 'Declare' }).click();
  await expect(dialog).toBeHidden();
  await found(page, 'cart', 'Running, ready 1 of 1');
  await page.getByRole('tab', { name: 'Logs' }).click();
  await expect(page.getByRole('region', { name: 'Log of cart' })).toContainText('cart listens');
});
