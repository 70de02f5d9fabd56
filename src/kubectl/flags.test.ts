import { describe, expect, it } from 'vitest';
import { type Flag, parseDuration, parseFlags } from './flags.ts';

const flags: Flag[] = [
  { name: 'output', short: 'o', kind: 'text' },
  { name: 'all-namespaces', short: 'A', kind: 'bool' },
  { name: 'watch', short: 'w', kind: 'bool' },
  { name: 'tail', kind: 'number' },
  { name: 'filename', short: 'f', kind: 'list' },
  { name: 'timeout', kind: 'duration' },
  { name: 'dry-run', kind: 'text', bare: 'unchanged' },
];
const parse = (line: string) => parseFlags('get', flags, line.split(' '));

describe('flags', () => {
  it('stand before, between and behind arguments, in all their spellings', () => {
    const { flags: given, args } = parse('-A pods -owide --tail=-1 web -f a -f=b --timeout 1m30s --dry-run -n dev');
    expect(args).toEqual(['pods', 'web']);
    expect(given.is('all-namespaces')).toBe(true);
    expect(given.is('watch')).toBe(false);
    expect(given.text('output')).toBe('wide');
    expect(given.number('tail')).toBe(-1);
    expect(given.list('filename')).toEqual(['a', 'b']);
    expect(given.number('timeout')).toBe(90_000);
    expect(given.text('dry-run')).toBe('unchanged');
    expect(given.text('namespace')).toBe('dev');
  });

  it('end at --', () => {
    expect(parse('web -- sh -c x')).toMatchObject({ args: ['web'], afterDash: ['sh', '-c', 'x'] });
  });

  it.each([
    ['--nope', "error: unknown flag: --nope\nSee 'kubectl get --help' for usage.\n"],
    ['-x', "error: unknown shorthand flag: 'x' in -x\nSee 'kubectl get --help' for usage.\n"],
    ['-o', "error: flag needs an argument: 'o' in -o\nSee 'kubectl get --help' for usage.\n"],
    [
      '--watch=maybe',
      'error: invalid argument "maybe" for "-w, --watch" flag: strconv.ParseBool: parsing "maybe": invalid syntax\nSee \'kubectl get --help\' for usage.\n',
    ],
    [
      '--timeout=5',
      'error: invalid argument "5" for "--timeout" flag: time: missing unit in duration "5"\nSee \'kubectl get --help\' for usage.\n',
    ],
  ])('refuse %s as kubectl does', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});

it.each([
  ['1.5s', 1500],
  ['-2m', -120_000],
  ['1h1ms', 3_600_001],
  ['0', 0],
  ['1d', 'time: unknown unit "d" in duration "1d"'],
  ['x', 'time: invalid duration "x"'],
])('reads the duration %s', (text, value) => {
  expect(parseDuration(text)).toBe(value);
});
