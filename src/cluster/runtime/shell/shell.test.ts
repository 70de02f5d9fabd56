import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shell } from '../testing/box.ts';
import cases from './testing/cases.json';
import { script } from './testing/scripts.ts';

// What dash 0.5.12, on which busybox's sh is built, printed for each script, and its exit code.
describe('the shell does what a POSIX shell does', () => {
  test.each(cases)('$script', ({ script: text, output, exitCode }) => {
    const result = shell(text, { workingDir: '/tmp' });
    expect(result).toMatchObject({ output, exitCode });
  });
});

describe('in the words of busybox', () => {
  test.each([
    ['nosuch', 'sh: nosuch: not found\n', 127],
    ['/etc/passwd', 'sh: /etc/passwd: Permission denied\n', 126],
    ['cat /tmp/healthy', "cat: can't open '/tmp/healthy': No such file or directory\n", 1],
    ['echo x > /no/file', "sh: can't create /no/file: nonexistent directory\n", 1],
    ['cat < /nofile', "sh: can't open /nofile: no such file\n", 1],
    ['cd /nowhere', "sh: cd: can't cd to /nowhere: No such file or directory\n", 2],
    ['rm /tmp/none', "rm: can't remove '/tmp/none': No such file or directory\n", 1],
    ['rm /tmp', "rm: '/tmp' is a directory\n", 1],
    ['ls /none', 'ls: /none: No such file or directory\n', 1],
    ['echo $((1/0))', 'sh: divide by zero\n', 2],
    ['test -f /tmp/broken', '', 1],
    ['ls /', 'bin\ndev\netc\nproc\nroot\nsys\ntmp\nusr\nvar\n', 0],
    ['echo index $JOB_COMPLETION_INDEX on $(hostname)', 'index 2 on web\n', 0],
    ['date', 'Thu Jan  1 00:00:00 UTC 2026\n', 0],
    ['vi file', 'vi: not simulated by Podarium\n', 127],
    ['sh -c "kill -9 \\$\\$"; echo $?', 'Killed\n137\n', 0],
    ['i=7; i=$(echo "<$i>"); echo $i', '<7>\n', 0],
    ['x="a b"; [[ $x == a* && ! -z $x ]] && echo yes; [[ $x != "a*" || -f /nowhere ]] && echo too', 'yes\ntoo\n', 0],
    ['[[ 3 -gt 2 ]]; echo $?; [[ $none == x ]]; echo $?', '0\n1\n', 0],
    ['let x=1+2 y=x*2; echo $x $y; let z=0; echo $?', '3 6\n1\n', 0],
    ['ulimit -n', '1048576\n', 0],
    ["set -x; [ 1 = 1 ]; x='a b'; echo $x", "+ '[' 1 '=' 1 ]\n+ x='a b'\n+ echo a b\na b\n", 0],
  ])('%s', (text, output, exitCode) => {
    const env = [{ name: 'JOB_COMPLETION_INDEX', value: '2' }];
    expect(shell(text, { env })).toMatchObject({ output, exitCode });
  });

  it('refuses what it has not, before it runs anything', () => {
    for (const text of ['echo a; x=(1 2)', 'echo a; cat <(echo b)', 'echo a; if true; then', "echo 'a"]) {
      const { output, exitCode } = shell(text);
      expect(output).toMatch(/^sh: syntax error: [^\n]+\n$/);
      expect(exitCode).toBe(2);
    }
  });
});

describe('time', () => {
  it('passes while a script sleeps', () => {
    expect(shell('echo starting; sleep 2; echo giving up; exit 1')).toEqual({
      output: 'starting\ngiving up\n',
      exitCode: 1,
      took: 2000,
    });
  });

  it('goes on in the background', () => {
    const { output, took } = shell('{ sleep 2; echo late; } & sleep 1; echo early; wait');
    expect({ output, took }).toEqual({ output: 'early\nlate\n', took: 2000 });
  });
});

describe('nothing freezes', () => {
  test.each([
    ['an endless loop', 'while true; do :; done'],
    ['a loop that prints', 'while true; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done'],
    ['a fork bomb', 'f() { f | f & }; f; sleep 100'],
    ['a recursion without end', 'f() { f; }; f'],
    ['eval without end', 'x="eval \\"\\$x\\""; eval "$x"'],
    ['a variable that doubles', 'x=aaaaaaaa; while true; do x=$x$x; done'],
    ['a file that doubles', 'echo abc > /tmp/a; while true; do cat /tmp/a /tmp/a > /tmp/b; mv /tmp/b /tmp/a; done'],
    ['sleeps without length', 'while true; do sleep 0; done'],
    ['a writer without reader', 'yes | sleep 1000'],
    ['a substitution without end', 'x=$(yes)'],
    ['a large range', 'for i in $(seq 1 100000000); do echo $i; done'],
    [
      'patterns that backtrack',
      'x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; case $x in *a*a*a*a*a*a*a*a*a*a*a*b) ;; esac',
    ],
  ])('%s comes back within its virtual time', (_name, text) => {
    expect(shell(text, { time: 2_000 }).took).toBeLessThanOrEqual(2_000);
  });

  it('charges the processor for an endless loop', () => {
    const { took, exitCode } = shell('i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done');
    expect(exitCode).toBe(0);
    expect(took).toBeGreaterThan(500);
  });
});

describe('saved in the middle', () => {
  it('a script goes on as if nothing had been', () => {
    fc.assert(
      fc.property(script, (text) => {
        const whole = shell(text, { time: 60_000 });
        const saved = shell(text, { time: 60_000, restore: true });
        expect(saved).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });
});
