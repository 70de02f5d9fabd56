import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { deserialize, fork, serialize } from '../../world/serialize.ts';
import type { ContainerConfig } from '../contract.ts';
import { logs, pullImage, usageOf } from '../runtime.ts';
import { type Box, createBox, execIn, last, node, podUid, run, start } from '../testing/box.ts';
import { declareImage, refusedImage } from './declare.ts';
import type { DeclaredImage } from './declared.ts';

const cart: DeclaredImage = {
  name: 'shop/cart:1.2',
  size: 40_000_000,
  behaviour: 'serve',
  port: 9000,
  answers: [
    { path: '/', status: 200, body: 'cart\n' },
    { path: '/healthz', status: 503, body: 'no\n' },
  ],
  startTime: 2000,
  memory: 20 << 20,
  log: ['cart listens'],
};

/** Declares, pulls and starts an image; half a second later. */
function begin(image: DeclaredImage, config: Partial<ContainerConfig> = {}): { box: Box; id: string } {
  const box = createBox();
  declareImage(box.world, image);
  pullImage(box.world, node, { podUid, container: 'main', image: image.name });
  run(box, 10_000);
  return { box, id: start(box, { image: image.name, ...config }) };
}

describe('a declared image', () => {
  it('is not found before, and is pulled after', () => {
    const box = createBox();
    const pull = () => {
      pullImage(box.world, node, { podUid, container: 'main', image: cart.name });
      run(box, 10_000);
      return last(box, 'imagePulled')?.result;
    };
    expect(pull()).toMatchObject({ ok: false });
    declareImage(box.world, cart);
    expect(pull()).toMatchObject({ ok: true, size: 40_000_000, took: 1300 });
  });

  it('serves what it was said to answer, once it has started', () => {
    const { box, id } = begin(cart);
    const client = start(box, { name: 'client', command: ['sleep', '100'] });
    const wget = (path: string) => execIn(box, client, ['wget', '-qO-', `localhost:9000${path}`]);
    expect(wget('/')).toMatchObject({ exitCode: 1 });
    expect(wget('/')).toMatchObject({ stdout: 'cart\n' });
    expect(wget('/healthz')).toMatchObject({
      exitCode: 1,
      stderr: 'wget: server returned error: HTTP/1.1 503 Service Unavailable\n',
    });
    expect(logs(box.world, node, id)).toBe('cart listens\n');
  });

  it('ends with its exit code and its last words', () => {
    const { box, id } = begin({ ...cart, behaviour: 'end', exitCode: 3, log: ['fatal'] });
    run(box, 5000);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 3 });
    expect(logs(box.world, node, id)).toBe('fatal\n');
  });

  it('runs a command', () => {
    const { box, id } = begin({ ...cart, behaviour: 'command', command: ['sh', '-c', 'echo hi'] });
    run(box, 5000);
    expect(logs(box.world, node, id)).toBe('hi\n');
  });

  it('needs its environment variables', () => {
    const { box, id } = begin({ ...cart, requires: ['DATABASE_URL'] });
    run(box, 1000);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 1 });
    expect(logs(box.world, node, id)).toBe('fatal: environment variable DATABASE_URL is not set\n');
  });

  it('grows until its limit ends it', () => {
    const { box, id } = begin({ ...cart, growth: 1 << 20 }, { memoryLimit: 30 << 20 });
    run(box, 7000);
    expect(usageOf(box.world, node, id).memory).toBeGreaterThan(24 << 20);
    run(box, 10_000);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });

  it('may be declared anew, unlike what the registry has by itself', () => {
    const box = createBox();
    declareImage(box.world, cart);
    expect(refusedImage(box.world, { ...cart, port: 1 })).toBeUndefined();
    expect(refusedImage(box.world, { ...cart, name: 'nginx:1.27' })).toBe(
      'the registry has an image docker.io/library/nginx:1.27 already',
    );
  });

  test.each<[Partial<DeclaredImage>, RegExp]>([
    [{ name: 'Shop/Cart' }, /must be lowercase/],
    [{ size: 0 }, /^size must be/],
    [{ port: 70_000 }, /^port must be/],
    [{ behaviour: 'command' }, /^the command is missing$/],
    [{ answers: [{ path: '/', status: 99, body: '' }] }, /^an HTTP status/],
    [{ memory: Number.NaN }, /^memory must be/],
  ])('%j is refused', (change, reason) => {
    expect(refusedImage(createBox().world, { ...cart, ...change })).toMatch(reason);
  });
});

test('a world with declared images saved and restored goes on the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<DeclaredImage['behaviour']>('serve', 'run', 'end'),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 6000 }),
      (behaviour, startTime, instant) => {
        const { box } = begin({ ...cart, behaviour, startTime, growth: 1 << 18 }, { memoryLimit: 21 << 20 });
        run(box, instant);
        const saved: Box = { world: deserialize(serialize(box.world)), heard: [] };
        const copy: Box = { world: fork(box.world), heard: [] };
        for (const each of [box, saved, copy]) run(each, 10_000);
        expect(serialize(saved.world)).toBe(serialize(box.world));
        expect(copy.world).toEqual(box.world);
      },
    ),
    { numRuns: 30 },
  );
});
