import { describe, expect, it, test } from 'vitest';
import { configureImages, imageOf, imagePresent, normalizeImage, pullImage } from '../runtime.ts';
import { type Box, createBox, last, node, podUid, run } from '../testing/box.ts';

describe('names of images', () => {
  test.each([
    ['nginx', 'docker.io/library/nginx:latest'],
    ['nginx:1.27', 'docker.io/library/nginx:1.27'],
    ['podarium/shop-web:1.0', 'docker.io/podarium/shop-web:1.0'],
    ['registry.k8s.io/pause:3.10', 'registry.k8s.io/pause:3.10'],
    ['localhost:5000/a/b', 'localhost:5000/a/b:latest'],
    ['localhost/a', 'localhost/a:latest'],
    [`nginx@sha256:${'a'.repeat(64)}`, `docker.io/library/nginx@sha256:${'a'.repeat(64)}`],
  ])('%s is %s', (image, full) => {
    expect(normalizeImage(image)).toEqual({ ok: true, full });
  });

  test.each([
    ['Nginx:1.27', 'repository name (library/Nginx) must be lowercase'],
    ['a b', ''],
    ['nginx:', ''],
    ['', ''],
    ['a//b', ''],
  ])('%s is none', (image, reason) => {
    expect(normalizeImage(image)).toEqual({
      ok: false,
      message: `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format${reason && `: ${reason}`}`,
    });
  });
});

describe('pulls', () => {
  const pull = (box: Box, image: string) => pullImage(box.world, node, { podUid, container: 'c', image });

  it('says that an image is not found as containerd does', () => {
    const box = createBox();
    configureImages(box.world, node, { ngimx: 'unknown to the registry' });
    pull(box, 'ngimx');
    run(box);
    expect(last(box, 'imagePulled')?.result).toEqual({
      ok: false,
      message:
        'rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/ngimx:latest": failed to resolve image: docker.io/library/ngimx:latest: not found',
    });
    pull(box, 'nginx:1.99');
    run(box);
    expect(last(box, 'imagePulled')?.result.ok).toBe(false);
  });

  it('pulls one after the other, and only what is not there', () => {
    const box = createBox();
    configureImages(box.world, node, { 'alpine:3.20': 'absent', 'made/up:7': 'absent' }, 2);
    expect(imagePresent(box.world, node, 'alpine:3.20')).toBe(false);
    pull(box, 'alpine:3.20');
    pull(box, 'made/up:7');
    pull(box, 'alpine:3.20');
    run(box);
    const results = box.heard.map((message) => (message.type === 'imagePulled' ? message.result : undefined));
    expect(results.map((result) => result?.ok && [result.took, result.waited])).toEqual([
      [2000, 2000],
      [2000, 4000],
      [19, 4019],
    ]);
    expect(imageOf(box.world, node, 'alpine:3.20')?.imageID).toMatch(
      /^docker\.io\/library\/alpine@sha256:[0-9a-f]{64}$/,
    );
  });
});
