import { atSpeed, expect, open, openBranches, pods, test, tree } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await open(page);
  await atSpeed(page, '10×');
  await openBranches(page);
  await expect(pods(page, 'web-', 'Running, ready 1 of 1')).toHaveCount(3);
  await expect(pods(page, 'api-', 'Running, ready 1 of 1')).toHaveCount(2);
});

test('the first visit shows a small shop at work', async ({ page }) => {
  await expect(pods(page, 'redis-', 'Running')).toHaveCount(1);
  await expect(tree(page).getByRole('treeitem', { name: /^Ingress shop, hosts shop.example.com/ })).toBeAttached();
  await expect(tree(page).getByRole('treeitem', { name: /^Service web, .* 3 of 3 endpoints ready/ })).toBeAttached();
  await expect(tree(page).getByRole('treeitem', { name: /^Client visitors, 5 requests a second/ })).toBeAttached();
});

test('a killed Pod is replaced by another: new name, new UID, new IP; its endpoint leaves and another comes', async ({
  page,
}) => {
  const victim = pods(page, 'web-').first();
  const before = (await victim.textContent()) ?? '';
  const name = /^Pod ([^,]+),/.exec(before)?.[1] ?? '';
  const ip = /10\.244\.\d+\.\d+/.exec(before)?.[0] ?? '';
  await victim.dispatchEvent('click');
  const inspector = page.getByRole('complementary');
  await expect(inspector).toContainText(name);
  const uid = await inspector
    .getByText(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    .first()
    .textContent();

  // In slow motion the endpoint can be seen leaving before its successor is ready.
  await atSpeed(page, '0.1×');
  await page.keyboard.press('Delete');
  await expect(tree(page).getByRole('treeitem', { name: /^Service web, .* 2 of \d endpoints ready/ })).toBeAttached();
  await atSpeed(page, '10×');
  await expect(pods(page, name)).toHaveCount(0);
  await expect(pods(page, 'web-', 'Running, ready 1 of 1')).toHaveCount(3);
  await expect(tree(page).getByRole('treeitem', { name: /^Service web, .* 3 of 3 endpoints ready/ })).toBeAttached();

  const after = await pods(page, 'web-').allTextContents();
  expect(after.join('\n')).not.toContain(ip);
  for (const text of after) {
    const successor = pods(page, /^Pod ([^,]+),/.exec(text)?.[1] ?? '');
    await successor.dispatchEvent('click');
    await expect(inspector.getByText(uid ?? '')).toHaveCount(0);
  }
});

test('a node without power is noticed after its grace, by its word too', async ({ page }) => {
  await tree(page)
    .getByRole('treeitem', { name: /^Node node-3,/ })
    .dispatchEvent('click');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Power the node off');
  await page.keyboard.press('Enter');
  await expect(tree(page).getByRole('treeitem', { name: /^Node node-3, .*NotReady/ })).toBeAttached({
    timeout: 20_000,
  });
});
