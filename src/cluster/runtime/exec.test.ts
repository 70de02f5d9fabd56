import { describe, expect, it, test } from 'vitest';
import { exec, execOutput, typeInput } from './runtime.ts';
import { createBox, last, node, podUid, run, shell, start } from './testing/box.ts';

describe('a shell that reads its script from standard input', () => {
  test.each<[string, string, number?]>([
    ["printf 'read x\\nhello\\necho got $x\\n' | sh", 'got hello\n'],
    ["printf 'if true\\nthen\\necho a\\nfi\\necho b' | sh", 'a\nb\n'],
    ["printf 'echo a; exit 3\\necho b\\n' | sh", 'a\n', 3],
    ["printf 'for i in 1 2; do\\n  echo $i\\ndone\\n' | sh", '1\n2\n'],
    ["printf 'f() {\\n echo f\\n}\\nf\\nf\\n' | sh", 'f\nf\n'],
    ["printf 'cat <<X\\nhere\\nX\\necho after\\n' | sh", 'here\nafter\n'],
    ['printf \'echo "a\\nb"\\n\' | sh', 'a\nb\n'],
    ["printf 'echo a\\n)\\necho b\\n' | sh 2>/dev/null", 'a\n', 2],
    ["printf 'false\\n' | sh", '', 1],
    ['sh <<X\necho one\nsh -c "echo two"\nX', 'one\ntwo\n'],
  ])('%j', (script, output, exitCode = 0) => {
    expect(shell(script)).toMatchObject({ output, exitCode });
  });
});

describe('a command whose input stays open', () => {
  const begin = (command: string[], restore = false) => {
    const box = createBox();
    const id = start(box, { command: ['sleep', '1000'] });
    exec(box.world, node, id, command, {
      replyTo: 'kubelet',
      id: 'x',
      podUid,
      input: '',
      staysOpen: true,
      terminal: true,
    });
    const step = (text?: string): string => {
      typeInput(box.world, node, id, 'x', text);
      run(box, 1000, restore);
      return execOutput(box.world, node, id, 'x')?.stdout ?? '';
    };
    return { box, id, step };
  };

  it('is spoken with, line by line, and saved in between', () => {
    for (const restore of [false, true]) {
      const { box, id, step } = begin(['sh'], restore);
      expect(step('x=1; echo one\n')).toBe('one\n');
      expect(step('while [ $x -lt 3 ]; do\n')).toBe('one\n');
      expect(step('x=$((x+1)); done; echo x is $x\n')).toBe('one\nx is 3\n');
      expect(step('nosuch; )\n')).toBe('one\nx is 3\n');
      expect(step('cd /tmp; sleep 0.5; pwd\n')).toBe('one\nx is 3\n/tmp\n');
      expect(execOutput(box.world, node, id, 'x')?.stderr).toMatch(/^\/ # \/ # > \/ # .*\/tmp # $/s);
      step('exit 7\n');
      expect(last(box, 'execEnded')).toMatchObject({ exitCode: 7 });
      expect(execOutput(box.world, node, id, 'x')).toBeUndefined();
    }
  });

  it('hears of the end of its input', () => {
    const { box, step } = begin(['cat']);
    expect(step('a\n')).toBe('a\n');
    step();
    expect(last(box, 'execEnded')).toMatchObject({ exitCode: 0, stdout: 'a\n' });
  });
});
