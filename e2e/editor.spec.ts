import { editorText, expect, hurry, open, openBranches, pods, replaceText, test, write } from './fixtures.ts';

const manifest = (image: string) => `apiVersion: v1
kind: Pod
metadata:
  name: hello
spec:
  containers:
  - name: web
    image: ${image}
`;

test.beforeEach(async ({ page }) => {
  await open(page, '?scenario=empty');
});

test('a manifest is applied, and its Pod goes through its phases to Running', async ({ page }) => {
  await write(page, manifest('nginx:1.27'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('pod/hello created')).toBeVisible();
  await openBranches(page);
  await expect(pods(page, 'hello', 'Running, ready 1 of 1')).toBeAttached();
});

test('the YAML of a running Pod is edited: a new image restarts its container in the same Pod', async ({ page }) => {
  await write(page, manifest('nginx:1.27'));
  await page.getByRole('button', { name: 'Apply' }).click();
  await openBranches(page);
  await hurry(page);
  await expect(pods(page, 'hello', 'Running, ready 1 of 1, 0 restarts')).toBeAttached();
  await pods(page, 'hello').dispatchEvent('click');
  await expect.poll(() => editorText(page)).toContain('serviceAccountName');
  await replaceText(page, (await editorText(page)).replace('nginx:1.27', 'nginx:1.28'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await openBranches(page);
  await expect(pods(page, 'hello', 'Running, ready 1 of 1, 1 restarts')).toBeAttached();
});

test('a bad manifest is refused in the words of the API server, and the text stays through a reload', async ({
  page,
}) => {
  await write(page, manifest('""'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Pod "hello" is invalid: spec.containers[0].image: Required value')).toBeVisible();
  expect(await editorText(page)).toContain('image: ""');
  await page.reload();
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await page.getByRole('tab', { name: /manifest 1/ }).click();
  await expect.poll(() => editorText(page)).toContain('image: ""');
});

test('text that is no YAML is refused with its line, and nothing reaches the cluster', async ({ page }) => {
  await write(page, 'kind: [Pod\n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('status').filter({ hasText: /Line \d+:/ })).toBeVisible();
});

test('unknown fields are marked by the schema while typing', async ({ page }) => {
  await write(page, manifest('nginx:1.27').replace('image:', 'imago:'));
  await expect(page.locator('.squiggly-error, .squiggly-warning').first()).toBeAttached();
});

test('in live mode each valid edit is applied after a pause', async ({ page }) => {
  await write(page, manifest('nginx:1.27'));
  await page.getByRole('checkbox', { name: 'Live' }).check();
  await expect(page.getByText('pod/hello created')).toBeVisible();
});

test('several documents are applied in order', async ({ page }) => {
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: {name: hello}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n';
  await write(page, `${manifest('nginx:1.27')}---\n${service}`);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('pod/hello created')).toBeVisible();
  await expect(page.getByText('service/hello created')).toBeVisible();
});
