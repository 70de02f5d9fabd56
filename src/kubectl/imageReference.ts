const component = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const domain =
  '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::[0-9]+)?';
const reference = new RegExp(
  `^(?:${domain}/)?${component}(?:/${component})*(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);

/** Whether the text can name an image. Source: github.com/distribution/reference. */
export function isImageReference(text: string): boolean {
  return reference.test(text);
}

/** The name that `create deployment` gives the container of an image: `registry/team/nginx:1.27` is `nginx`. */
export function containerNameOf(image: string): string {
  const last = image.slice(image.lastIndexOf('/') + 1);
  const name = last.replace(/[@:].*$/, '');
  return name
    .replace(/[^a-zA-Z0-9.-]/g, '-')
    .replace(/\./g, '-')
    .toLowerCase();
}
