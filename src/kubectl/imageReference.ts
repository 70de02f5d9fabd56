/** The name that `create deployment` gives the container of an image: `registry/team/nginx:1.27` is `nginx`. */
export function containerNameOf(image: string): string {
  const last = image.slice(image.lastIndexOf('/') + 1);
  const name = last.replace(/[@:].*$/, '');
  return name
    .replace(/[^a-zA-Z0-9.-]/g, '-')
    .replace(/\./g, '-')
    .toLowerCase();
}
