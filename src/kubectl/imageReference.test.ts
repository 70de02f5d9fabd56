import { expect, it } from 'vitest';
import { containerNameOf } from './imageReference.ts';

it.each([
  ['nginx:1.27', 'nginx'],
  ['registry/team/hello-app:2', 'hello-app'],
  ['a/my_app@sha256:00', 'my-app'],
])('the container of %s is called %s', (image, name) => {
  expect(containerNameOf(image)).toBe(name);
});
