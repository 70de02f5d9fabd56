import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Every test runs with the network cut; a request to anyone but the page's own server fails it, and so does an error that nobody caught. */
export const test = base.extend<{ elsewhere: string[] }>({
  elsewhere: [
    async ({ page, baseURL }, use) => {
      const elsewhere: string[] = [];
      const own = new URL(baseURL ?? '').host;
      await page.context().route(
        (url) => url.protocol.startsWith('http') && url.host !== own,
        (route) => {
          elsewhere.push(route.request().url());
          return route.abort();
        },
      );
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await use(elsewhere);
      expect(errors, 'the page threw').toEqual([]);
      expect(elsewhere, 'the page asked somebody else').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the page and waits until it shows a cluster. `query` is that of the address: `?scenario=empty`. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await expect(tree(page).getByRole('treeitem', { name: /^Node node-1,/ })).toBeAttached();
}

/** Everything on the stage, as a screen reader has it, with all of its branches open. */
export function tree(page: Page): Locator {
  return page.getByRole('tree', { name: 'Everything on the stage' });
}

/** Opens every branch of the tree, by its own key. */
export async function openBranches(page: Page): Promise<void> {
  await tree(page).focus();
  await page.keyboard.press('*');
  await leave(page);
}

/** Takes the focus off everything, so that single keys are shortcuts. */
export async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** The Pods whose names begin so, as the tree says them. */
export function pods(page: Page, prefix: string, says = ''): Locator {
  return tree(page).getByRole('treeitem', { name: new RegExp(`^Pod ${prefix}[^,]*,.*${says}`) });
}

/** Lets virtual time run at one of the speeds that the control offers: `10×`, `0.1×`. */
export async function atSpeed(page: Page, wanted: string): Promise<void> {
  const speed = page.getByRole('slider', { name: 'Speed' });
  await leave(page);
  await expect
    .poll(async () => {
      const now = (await speed.getAttribute('aria-valuetext')) ?? '';
      if (now !== wanted) await page.keyboard.press(Number.parseFloat(now) < Number.parseFloat(wanted) ? ']' : '[');
      return now;
    })
    .toBe(wanted);
}

/** Begins a new manifest with this text. */
export async function write(page: Page, text: string): Promise<void> {
  await leave(page);
  await page.keyboard.press('m');
  await replaceText(page, text);
}

/** Replaces all of the text in the editor. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await selectAll(page);
  // Pasted, not typed: Monaco indents what is typed.
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  await expect
    .poll(async () => ((await page.locator('.view-lines').textContent()) ?? '').replaceAll('\u00a0', ' '))
    .toContain(last);
}

/** The text in the editor, as it stands. */
export async function editorText(page: Page): Promise<string> {
  await selectAll(page);
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

async function selectAll(page: Page): Promise<void> {
  const code = page.getByRole('textbox', { name: /YAML editor/ });
  await expect(code).toBeAttached();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await code.focus();
  await page.keyboard.press('ControlOrMeta+a');
}
