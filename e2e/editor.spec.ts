import { atSpeed, editorText, expect, open, openBranches, pods, replaceText, test, write } from './fixtures.ts';

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
  await atSpeed(page, '10×');
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
  await expect(page.getByText('The Pod "hello" is invalid:')).toBeVisible();
  await expect(page.getByText('spec.containers[0].image: Required value')).toBeVisible();
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

test('what the API server would refuse is marked while typing, in its words, and nothing is sent', async ({ page }) => {
  await write(page, manifest('nginx:1.27').replace('image:', 'imgae:').replace('hello', 'Hello'));
  await expect(page.locator('.squiggly-error').first()).toBeAttached();
  await page.keyboard.press('F8');
  await expect(page.getByText(/unknown field "spec.containers\[0\].imgae"/).first()).toBeVisible();
  await openBranches(page);
  await expect(pods(page, 'Hello')).toHaveCount(0);
});

test('a mistake is mended by its quick fix, in the text and from the answer', async ({ page }) => {
  await write(page, manifest('nginx:1.27').replace('image:', 'imgae:').replace('hello', 'Hello'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Change imgae to image' }).click();
  await expect.poll(() => editorText(page)).toContain('image: nginx:1.27');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Rename to hello' }).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('pod/hello created')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editorText(page)).toContain('name: Hello');
});

test('a field without effect is said to be one', async ({ page }) => {
  await write(page, `${manifest('nginx:1.27')}    stdin: true\n`);
  await expect(page.locator('.squiggly-info').first()).toBeAttached();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('spec.containers[0].stdin has no effect here:')).toBeVisible();
});

test('a thousand documents are applied with progress, can be stopped, and the page lives on', async ({ page }) => {
  test.slow();
  const one = (n: number) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${n}}\n`;
  await write(page, Array.from({ length: 1000 }, (_, n) => one(n)).join('---\n'));
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText(/\d+ of 1000/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Stopped: \d+ documents were not sent/)).toBeVisible();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('50 of 1000 shown, refusals first: 1000 taken, 0 refused.')).toBeVisible({
    timeout: 60_000,
  });
});

test('an alias bomb is refused, and a megabyte is answered, while the page answers too', async ({ page }) => {
  test.slow();
  const levels = 'bcdefghi'
    .split('')
    .map((name, index) => `  ${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`);
  await write(
    page,
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\ndata:\n  a: &a [x]\n${levels.join('\n')}\n`,
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('status').filter({ hasText: /alias/i })).toBeVisible();
  const lines = Array.from({ length: 12_000 }, (_, n) => `  key-${n}: "${'x'.repeat(75)}"`);
  await replaceText(page, `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\ndata:\n${lines.join('\n')}\n`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/metadata.annotations: Too long: may not be more than 262144 bytes/).first()).toBeVisible(
    {
      timeout: 30_000,
    },
  );
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
