import { expect, it } from 'vitest';
import { parseImageReference } from './imageReference.ts';

const digest = `sha256:${'0'.repeat(64)}`;

it.each([
  ['nginx', {}],
  ['nginx:1.27', { tag: '1.27' }],
  ['registry.example.com:5000/team/app:v1', { tag: 'v1' }],
  ['Registry/app', {}],
  ['[2001:db8::1]:5000/app', {}],
  [`a/b@${digest}`, { digest }],
  [`a/b:v1@${digest}`, { tag: 'v1', digest }],
])('%s can name an image', (text, parts) => {
  expect(parseImageReference(text)).toEqual(parts);
});

it.each(['Nginx:1.27', 'bad image', '', 'nginx:', '-nginx', 'a/b@sha256:00', 'a/b@md5:00', '0'.repeat(64)])(
  '%j cannot name an image',
  (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  },
);
