import type { Page } from '@playwright/test';
import { atSpeed, expect, leave, open, openBranches, pods, test, tree, write } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await open(page);
  await atSpeed(page, '10×');
  await openBranches(page);
  await expect(pods(page, 'web-', 'Running, ready 1 of 1')).toHaveCount(3);
  await expect(pods(page, 'api-', 'Running, ready 1 of 1')).toHaveCount(2);
});

const item = (page: Page, says: RegExp) => tree(page).getByRole('treeitem', { name: says });
const inspector = (page: Page) => page.getByRole('complementary');

test('the same Pods stand below their owners, and the address says so', async ({ page }) => {
  const before = await pods(page, 'web-').allTextContents();
  await page.keyboard.press('v');
  await expect(item(page, /^Deployment web, desired 3, current 3, ready 3, .*rolled out/)).toBeAttached();
  await expect(item(page, /^ReplicaSet web-\w+, revision 1, new, desired 3/)).toBeAttached();
  await expect(item(page, /^Node /)).toHaveCount(0);
  expect((await pods(page, 'web-').allTextContents()).sort()).toEqual(before.sort());
  expect(page.url()).toContain('arrangement=owners');
  await item(page, /^Deployment web,/).dispatchEvent('click');
  await expect(inspector(page)).toContainText('Rolled out');
  await leave(page);
  await page.keyboard.press('v');
  await expect(item(page, /^Node node-1,/)).toBeAttached();
  expect(page.url()).not.toContain('arrangement');
});

test('Pods of a node that is cut off stay until their toleration ends, to the second, and are then made anew', async ({
  page,
}) => {
  await pause(page);
  const node = item(page, /^Node node-2,/);
  await node.dispatchEvent('click');
  await page.keyboard.press('x');
  await expect(node).toContainText('Ready, cut off');
  await skip(page, 60);
  await expect(node).toContainText('NotReady, cut off');
  const [, minutes, seconds] = /in (\d):(\d\d)/.exec(
    (await inspector(page)
      .getByText(/Pods in \d:\d\d/)
      .textContent()) ?? '',
  ) as RegExpExecArray;
  const left = Number(minutes) * 60 + Number(seconds);
  const onNode = tree(page).getByRole('treeitem', { name: /^Pod .*on node-2/ });
  const stranded = await onNode.allTextContents();
  expect(stranded.length).toBeGreaterThan(0);

  await skip(page, left - 2);
  expect(await onNode.allTextContents()).toEqual(stranded);
  await expect(onNode.filter({ hasText: 'Terminating' })).toHaveCount(0);
  await skip(page, 3);
  await expect(onNode.filter({ hasText: 'Terminating' })).toHaveCount(stranded.length);
  await skip(page, 30);
  await expect(pods(page, 'web-', 'Running, ready 1 of 1.*on node-[13]')).toHaveCount(3);
});

const budget = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 3
  selector:
    matchLabels:
      app: web
`;

test('a budget holds back a drain, which says so and can be stopped', async ({ page }) => {
  await write(page, budget);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText(/created/).first()).toBeVisible();
  await leave(page);
  const victim = (await pods(page, 'web-').first().textContent()) ?? '';
  const name = /on (node-\d)/.exec(victim)?.[1] ?? '';
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await item(page, new RegExp(`^Node ${name},`)).dispatchEvent('click');
  await leave(page);
  await page.keyboard.press('Shift+d');
  await expect(inspector(page)).toContainText(/A disruption budget holds back web-/);
  await expect(item(page, new RegExp(`^Node ${name}, Ready,SchedulingDisabled`))).toBeAttached();
  await inspector(page).getByRole('button', { name: 'Stop draining' }).click();
  await expect(inspector(page)).toContainText('Stopped. What was evicted stays evicted');
});

const deployment = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: stall
spec:
  replicas: 2
  progressDeadlineSeconds: 30
  selector:
    matchLabels: { app: stall }
  template:
    metadata:
      labels: { app: stall }
    spec:
      containers:
        - name: app
          image: ${image}
`;

test('a stuck rollout says what holds it up, and goes back', async ({ page }) => {
  for (const image of ['nginx:1.27', 'nginx:no-such-tag']) {
    await write(page, deployment(image));
    await page.getByRole('button', { name: 'Apply' }).click();
    await leave(page);
    await expect(
      pods(page, 'stall-', image.endsWith('1.27') ? 'Running, ready 1 of 1' : '(Err|BackOff)'),
    ).not.toHaveCount(0);
  }
  await page.keyboard.press('v');
  await item(page, /^Deployment stall,/).dispatchEvent('click');
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await expect(item(page, /^Deployment stall, .*ProgressDeadlineExceeded/)).toBeAttached();
  await expect(inspector(page)).toContainText('Stuck: no progress for 30 s');
  await expect(inspector(page)).toContainText(/app: (ErrImagePull|ImagePullBackOff)/);
  await inspector(page).getByRole('button', { name: 'Roll back to #1' }).click();
  await expect(
    item(page, /^Deployment stall, desired 2, current 2, ready 2, .*revision 3 · rolled out/),
  ).toBeAttached();
});

test('while the controller manager is stopped a deleted Pod is not replaced; started again, it is', async ({
  page,
}) => {
  await item(page, /kube-controller-manager/).dispatchEvent('click');
  await expect(inspector(page)).toContainText('A deleted Pod is not replaced');
  await inspector(page).getByRole('button', { name: 'Stop the controller manager' }).click();
  await expect(item(page, /kube-controller-manager, stopped/)).toBeAttached();
  await pods(page, 'web-').first().dispatchEvent('click');
  await page.keyboard.press('Delete');
  await expect(pods(page, 'web-')).toHaveCount(2);
  await pause(page);
  await skip(page, 60);
  await expect(pods(page, 'web-')).toHaveCount(2);
  await page.keyboard.press('Shift+m');
  await expect(item(page, /kube-controller-manager, stopped/)).toHaveCount(0);
  await skip(page, 60);
  await expect(pods(page, 'web-', 'Running, ready 1 of 1')).toHaveCount(3);
});

async function pause(page: Page): Promise<void> {
  await leave(page);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
}

/** Goes so many seconds of the cluster's time on, by the keys of the timeline. */
async function skip(page: Page, seconds: number): Promise<void> {
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await timeline.focus();
  for (let left = seconds; left > 0; ) {
    const step = left >= 10 ? 10 : 1;
    const before = Number(await timeline.getAttribute('aria-valuenow'));
    await page.keyboard.press(step === 10 ? 'PageUp' : 'ArrowRight');
    await expect(timeline).toHaveAttribute('aria-valuenow', String(before + step));
    left -= step;
  }
  await leave(page);
}
