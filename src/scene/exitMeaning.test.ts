import { expect, it } from 'vitest';
import { exitMeaning } from './exitMeaning.ts';

it.each([
  [0, { kind: 'ok' }],
  [1, { kind: 'error' }],
  [126, { kind: 'notExecutable' }],
  [127, { kind: 'notFound' }],
  [128, { kind: 'notStarted' }],
  [137, { kind: 'signal', signal: 'SIGKILL' }],
  [143, { kind: 'signal', signal: 'SIGTERM' }],
  [139, { kind: 'signal', signal: 'SIGSEGV' }],
  [255, { kind: 'error' }],
])('exit code %i', (code, meaning) => {
  expect(exitMeaning(code)).toEqual(meaning);
});
