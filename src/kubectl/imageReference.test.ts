import { expect, it } from 'vitest';
import { containerNameOf, isImageReference } from './imageReference.ts';

it.each(['nginx', 'nginx:1.27', 'registry.example.com:5000/team/app:v1', `a/b@sha256:${'0'.repeat(64)}`])(
  '%s can name an image',
  (text) => {
    expect(isImageReference(text)).toBe(true);
  },
);

it.each(['Nginx:1.27', 'bad image', '', 'nginx:', '-nginx'])('%j cannot name an image', (text) => {
  expect(isImageReference(text)).toBe(false);
});

it.each([
  ['nginx:1.27', 'nginx'],
  ['registry/team/hello-app:2', 'hello-app'],
  ['a/my_app@sha256:00', 'my-app'],
])('the container of %s is called %s', (image, name) => {
  expect(containerNameOf(image)).toBe(name);
});
