const name = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const host = `(?:${name}(?:\\.${name})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const digest = 'sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}';
const reference = new RegExp(`^(?:${host}/)?${component}(?:/${component})*(?::(\\w[\\w.-]{0,127}))?(?:@(${digest}))?$`);
/** What could be an image's id is no name of one. */
const isId = /^[a-f0-9]{64}$/;

/** The tag and digest that a text gives, if it can name an image. Source: github.com/distribution/reference. */
export function parseImageReference(text: string): { tag?: string; digest?: string } | undefined {
  const found = isId.test(text) ? null : reference.exec(text);
  return found ? { ...(found[1] && { tag: found[1] }), ...(found[2] && { digest: found[2] }) } : undefined;
}
