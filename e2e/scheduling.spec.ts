import AxeBuilder from '@axe-core/playwright';
import {
  atSpeed,
  editorText,
  expect,
  leave,
  open,
  openBranches,
  pods,
  replaceText,
  test,
  tree,
  write,
} from './fixtures.ts';

const fastDisk = `apiVersion: v1
kind: Pod
metadata:
  name: fast-disk
spec:
  nodeSelector:
    disk: ssd
  containers:
  - name: web
    image: nginx:1.28
`;

const huge = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: huge
spec:
  selector:
    matchLabels: {app: huge}
  template:
    metadata:
      labels: {app: huge}
    spec:
      containers:
      - name: web
        image: nginx:1.27
        resources:
          requests:
            cpu: "64"
`;

type Page = Parameters<typeof open>[0];

async function apply(page: Page, text: string): Promise<void> {
  await write(page, text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await openBranches(page);
}

async function explain(page: Page, pod: string): Promise<void> {
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await pods(page, pod).dispatchEvent('click');
  await page.getByRole('button', { name: 'Why, and what would help' }).click();
}

test.beforeEach(async ({ page }) => {
  await open(page, '?scenario=empty');
});

test('a Pending Pod is explained in its event and in the panel; a label mends it, and it is scheduled', async ({
  page,
}) => {
  await apply(page, fastDisk);
  await expect(pods(page, 'fast-disk', 'Pending')).toBeAttached();
  await explain(page, 'fast-disk');
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText(/^None of \d+ nodes takes it: NodeAffinity refuses/)).toBeVisible();
  await expect(panel.getByRole('row', { name: /unschedulable 0\/\d+ nodes are available/ })).toBeVisible();
  const grid = panel.getByRole('table', { name: 'What each plugin said of each node' });
  await expect(grid.getByRole('columnheader', { name: 'NodeAffinity' })).toBeVisible();
  await expect(grid.getByRole('row', { name: /^node-1 refused passed/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Events' }).click();
  await expect(panel.getByText('FailedScheduling')).toBeVisible();
  await expect(panel.getByText(/didn't match Pod's node affinity\/selector/).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Scheduling' }).click();
  await expect(panel.getByText(/The smallest change: label node-1 with disk=ssd/)).toBeVisible();
  await panel.getByRole('button', { name: 'Do it: label node-1 with disk=ssd' }).click();
  await expect(panel.getByText(/^node-1 is the only one of \d+ nodes that passed every filter/)).toBeVisible();
  await expect(tree(page).getByRole('treeitem', { name: /^Node node-1,.*labels disk=ssd/ })).toBeAttached();
  await expect(pods(page, 'fast-disk', 'on node-1')).toBeAttached();

  await panel.getByRole('combobox', { name: 'Compare with' }).selectOption({ index: 1 });
  const changes = panel.getByRole('table', { name: /^What was different at/ });
  await expect(changes.getByRole('row', { name: /^node-1 refused: .* chosen$/ })).toBeVisible();
});

test('too large a request is mended in the YAML of its Deployment', async ({ page }) => {
  await apply(page, huge);
  await expect(pods(page, 'huge', 'Pending')).toBeAttached();
  await explain(page, 'huge');
  const panel = page.getByRole('tabpanel');
  const sentence = panel.getByText(/The smallest change: request at most .* cpu \(now 64\)/);
  await expect(sentence).toContainText('in the template of Deployment huge');
  await tree(page)
    .getByRole('treeitem', { name: /^Node node-1,/ })
    .dispatchEvent('click');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('deployment huge');
  await page.getByRole('option', { name: /huge/ }).first().click();
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await expect.poll(() => editorText(page)).toContain('cpu: "64"');
  await replaceText(page, (await editorText(page)).replace('cpu: "64"', 'cpu: "1"'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await atSpeed(page, '10×');
  await expect(pods(page, 'huge', 'Running, ready 1 of 1')).toBeAttached();
});

test('by keyboard: where could it go, node by node, and what it would take', async ({ page }) => {
  await apply(page, fastDisk);
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await pods(page, 'fast-disk').dispatchEvent('click');
  await leave(page);
  await page.keyboard.press('g');
  const card = page.getByRole('region', { name: 'Where could fast-disk go?' });
  await expect(card.getByRole('status')).toContainText('None of');
  await page.keyboard.press('ArrowRight');
  await expect(card).toContainText('NodeAffinity refuses node-1');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  const answer = page.getByRole('region', { name: 'fast-disk on node-1?' });
  await expect(answer).toContainText('For node-1 to take it: label node-1 with disk=ssd');
  await leave(page);
  await page.keyboard.press('g');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});

test('a running Pod is dragged over a node: it is not moved, and that is said', async ({ page }) => {
  await apply(page, fastDisk.replace('  nodeSelector:\n    disk: ssd\n', ''));
  await expect(pods(page, 'fast-disk', 'on node-')).toBeAttached();
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  const middle = async (name: RegExp): Promise<{ x: number; y: number }> => {
    await tree(page).getByRole('treeitem', { name }).dispatchEvent('click');
    const ring = await page.locator('.stage-ring-selected').boundingBox();
    return { x: (ring?.x ?? 0) + (ring?.width ?? 0) / 2, y: (ring?.y ?? 0) + (ring?.height ?? 0) / 2 };
  };
  const node = await middle(/^Node node-2,/);
  const pod = await middle(/^Pod fast-disk,/);
  await page.mouse.move(pod.x, pod.y);
  await page.mouse.down();
  await page.mouse.move((pod.x + node.x) / 2, (pod.y + node.y) / 2, { steps: 4 });
  await page.mouse.move(node.x, node.y, { steps: 4 });
  await expect(page.getByRole('region', { name: 'Where could fast-disk go?' })).toContainText('passed every filter');
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'fast-disk on node-2?' })).toContainText(/never moved|already/);
});
