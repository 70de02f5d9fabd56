import { describe, expect, it, test } from 'vitest';
import { configureImages, logs, usageOf } from '../../runtime.ts';
import { createBox, last, node, run, start } from '../../testing/box.ts';
import { pi } from './perl.ts';

/** Runs a command of an image to its end: its log, its exit code and how long it took. */
function runIn(image: string, command: string[], env: Record<string, string> = {}) {
  const box = createBox();
  configureImages(box.world, node, { [image]: 'present' });
  const began = box.world.now;
  const variables = Object.entries(env).map(([name, value]) => ({ name, value }));
  const id = start(box, { image, command, env: variables });
  run(box, 20_000);
  const exited = last(box, 'containerExited');
  return { log: logs(box.world, node, id), exitCode: exited?.exitCode, took: exited && exited.at - began };
}

describe('python', () => {
  const python = (text: string, env = {}) => runIn('python:3.13', ['python', '-c', text], env);

  test.each<[string, string, number]>([
    ['print("hello", 1 + 2)', 'hello 3\n', 0],
    ["import os; print('color is ' + os.environ['COLOR'])", 'color is blue\n', 0],
    ['import socket\nprint(f"on {socket.gethostname()}")', 'on web\n', 0],
    ['import sys\nprint("a")\nsys.exit(3)', 'a\n', 3],
    ['for i in range(2):\n  print("x")', 'x\nx\n', 0],
    [
      'import os\nos.environ["NO"]',
      'Traceback (most recent call last):\n  File "<string>", line 2, in <module>\nKeyError: \'NO\'\n',
      1,
    ],
    [
      'import flask',
      'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nModuleNotFoundError: No module named \'flask\'\n',
      1,
    ],
    [
      'raise RuntimeError("no database")',
      'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nRuntimeError: no database\n',
      1,
    ],
    ['print(sum(range(10)))', 'python: this program is not simulated by Podarium: sum(range(10))\n', 1],
  ])('%s', (text, log, exitCode) => {
    expect(python(text, { COLOR: 'blue' })).toMatchObject({ log, exitCode });
  });

  it('sleeps and loops', () => {
    expect(python('import time\nfor i in range(3):\n  print("tick")\n  time.sleep(2)')).toEqual({
      log: 'tick\ntick\ntick\n',
      exitCode: 0,
      took: 6000,
    });
    expect(python('import time\nwhile True:\n  print("tick")\n  time.sleep(9)')).toMatchObject({
      log: 'tick\ntick\ntick\n',
    });
    expect(python('while True: pass').exitCode).toBeUndefined();
  });

  it('keeps the memory that it takes', () => {
    const box = createBox();
    configureImages(box.world, node, { 'python:3.13': 'present' });
    const text = 'x = bytearray(100 * 1024 * 1024)\nimport time\ntime.sleep(100)';
    const id = start(box, { image: 'python:3.13', command: ['python', '-c', text] });
    run(box, 1000);
    expect(usageOf(box.world, node, id).memory).toBeGreaterThan(100 << 20);
    start(box, { image: 'python:3.13', command: ['python', '-c', text], memoryLimit: 50 << 20 });
    run(box, 1000);
    expect(last(box, 'containerExited')).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });
});

test.each<[string, string, number]>([
  ["console.log('hello', 1 + 2)", 'hello 3\n', 0],
  [`console.log('color ' + process.env.COLOR); process.exit(2)`, 'color blue\n', 2],
  ["setTimeout(() => console.log('later'), 1000); console.log('now')", 'now\nlater\n', 0],
  [
    "throw new Error('no database')",
    "[eval]:1\nthrow new Error('no database')\n^\n\nError: no database\n    at [eval]:1:7\n\nNode.js v22.19.0\n",
    1,
  ],
  ['const a = 1', 'node: this program is not simulated by Podarium: const a = 1\n', 1],
])('node -e %s', (text, log, exitCode) => {
  expect(runIn('node:22', ['node', '-e', text], { COLOR: 'blue' })).toMatchObject({ log, exitCode });
});

describe('perl', () => {
  it('computes pi, as the Job of the documentation has it', () => {
    const { log, exitCode, took } = runIn('perl:5.34.0', ['perl', '-Mbignum=bpi', '-wle', 'print bpi(2000)']);
    expect(log).toMatch(/^3\.14159265358979323846.*\n$/);
    expect(log).toHaveLength(2002);
    expect(exitCode).toBe(0);
    expect(took).toBeGreaterThan(1000);
  });

  it('has the digits right', () => {
    expect(pi(30)).toBe('3.14159265358979323846264338328');
  });
});
