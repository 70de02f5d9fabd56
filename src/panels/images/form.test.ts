import { describe, expect, it, test } from 'vitest';
import { declaredImage } from '../../cluster/runtime/images/declared.ts';
import { type ImageForm, newForm, readForm } from './form.ts';

const form = (change: Partial<ImageForm>): ImageForm => ({ ...newForm('shop/cart:1.2'), ...change });

describe('the form of an image', () => {
  it('describes as it begins an image that can be declared', () => {
    const image = readForm(form({}));
    expect(image).toMatchObject({
      name: 'shop/cart:1.2',
      size: 50_000_000,
      port: 8080,
      startTime: 1000,
      memory: 32 << 20,
      answers: [
        { path: '/', status: 200, body: 'hello\n' },
        { path: '/healthz', status: 200, body: 'ok\n' },
      ],
    });
    if ('wrong' in image) throw new Error('it is right');
    expect(declaredImage(image)).not.toHaveProperty('refused');
  });

  it('leaves out what does not matter for the behaviour', () => {
    const ends = readForm(form({ behaviour: 'end', port: 'x', exitCode: '3', requires: 'A, B', log: 'a\n\nb' }));
    expect(ends).toMatchObject({ exitCode: 3, requires: ['A', 'B'], log: ['a', 'b'] });
    expect(ends).not.toHaveProperty('port');
    expect(readForm(form({ behaviour: 'command', command: `sh -c "echo 'a b'"` }))).toMatchObject({
      command: ['sh', '-c', "echo 'a b'"],
    });
  });

  test.each<[Partial<ImageForm>, string]>([
    [{ size: 'big' }, 'size'],
    [{ port: '' }, 'port'],
    [{ answers: 'healthz 200' }, 'answers'],
    [{ memory: '-1' }, 'memory'],
  ])('%j is told at its field', (change, wrong) => {
    expect(readForm(form(change))).toEqual({ wrong });
  });
});
