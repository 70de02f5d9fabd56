/** What normalizeImage answers: the full name with a tag or digest, or why it is none. */
export type NormalizedImage = { ok: true; full: string } | { ok: false; message: string };

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `${domainPart}(?:\\.${domainPart})*(?::[0-9]+)?`;
const reference = new RegExp(
  `^(?<name>(?:${domain}/)?${component}(?:/${component})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?<digest>@[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,})?$`,
);

/**
 * The full name of an image: registry, repository and tag, `docker.io/library/` and `:latest` where they are left out.
 * The message is that of the event InspectFailed (recorded in image-invalid-name).
 * Source: github.com/distribution/reference, ParseNormalizedNamed; kubelet util/parsers, applyDefaultImageTag.
 */
export function normalizeImage(image: string): NormalizedImage {
  let known = normalized.get(image);
  if (!known) {
    known = normalize(image);
    if (normalized.size >= mostKept) normalized.clear();
    normalized.set(image, known);
  }
  return known;
}

// Each start of a container asks several times for the same few names.
const normalized = new Map<string, NormalizedImage>();
const mostKept = 1000;

function normalize(image: string): NormalizedImage {
  const fail = (reason: string): NormalizedImage => ({
    ok: false,
    message: `Failed to apply default image tag "${image}": couldn't parse image name "${image}": ${reason}`,
  });
  if (/^[a-f0-9]{64}$/.test(image))
    return fail(`invalid repository name (${image}), cannot specify 64-byte hexadecimal strings`);
  const { registry, remainder } = splitRegistry(image);
  const [beforeDigest = ''] = remainder.split('@');
  const colon = beforeDigest.indexOf(':');
  const repository = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
  if (repository.toLowerCase() !== repository)
    return fail(`invalid reference format: repository name (${repository}) must be lowercase`);
  const match = reference.exec(`${registry}/${remainder}`);
  if (!match?.groups) return fail('invalid reference format');
  const { name = '', tag, digest } = match.groups;
  if (name.length - registry.length - 1 > 255) return fail('repository name must not be more than 255 characters');
  const version = digest ? `${tag ? `:${tag}` : ''}${digest}` : `:${tag ?? 'latest'}`;
  return { ok: true, full: name + version };
}

/** The registry is what stands before the first slash, if it looks like a host: a dot, a colon, upper case, localhost. */
function splitRegistry(image: string): { registry: string; remainder: string } {
  const slash = image.indexOf('/');
  const first = slash < 0 ? '' : image.slice(0, slash);
  const isHost = first !== '' && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first);
  const registry = isHost ? first.replace(/^index\.docker\.io$/, 'docker.io') : 'docker.io';
  const remainder = isHost ? image.slice(slash + 1) : image;
  return {
    registry,
    remainder: registry === 'docker.io' && !remainder.includes('/') ? `library/${remainder}` : remainder,
  };
}
