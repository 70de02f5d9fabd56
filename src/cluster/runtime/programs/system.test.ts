import { expect, test } from 'vitest';
import { logs, usageOf } from '../runtime.ts';
import { createBox, last, node, run, shell, start } from '../testing/box.ts';

test.each<[string, string, number?]>([
  ['timeout 2 sleep 10', 'Terminated\n', 143],
  ['timeout 10 echo in time', 'in time\n'],
  ['timeout 1', 'timeout: missing operand\n', 1],
  ['nproc', '4\n'],
  ["dd if=/dev/zero of=f bs=1M count=100 2>/dev/null; ls -l f | awk '{print $5}'; du -m f", '104857600\n100\tf\n'],
  ['echo abc > f; dd if=f bs=1 count=2 2>/dev/null', 'ab'],
  [
    'dd if=/dev/zero of=f bs=1M count=1 2>/dev/null; cat f',
    "cat: can't open 'f': Value too large for defined data type\n",
    1,
  ],
  ['fallocate -l 10M f; stat -c "%s %n %F" f', '10485760 f regular file\n'],
  ['echo 12345 > f; truncate -s 3 f; cat f', '123'],
  ["df -h /tmp | tail -n 1 | awk '{print $1, $6}'", 'overlay /\n'],
  ['f=$(mktemp); [ -f $f ] && echo made', 'made\n'],
  ['echo a > a; echo a > b; cmp a b && echo same; echo x > b; cmp a b', 'same\na b differ: char 1, line 1\n', 1],
  ['nice -n 5 echo nice; nohup echo hup', 'nice\nhup\n'],
  ['chown root /nowhere', 'chown: /nowhere: No such file or directory\n', 1],
  ['time sleep 1 2>&1 | head -n 1', 'real\t0m 1.00s\n'],
  ['top -b -n 1 | head -n 1', '  PID  PPID USER     STAT     VSZ    %CPU COMMAND\n'],
  ['curl http://x', 'sh: curl: not found\n', 127],
])('%s', (script, output, exitCode = 0) => {
  // The last command of a script takes the shell's place; then no shell is there to say that it was terminated.
  const { output: said, exitCode: code } = shell(`${script}; exit $?`, { workingDir: '/tmp' });
  expect({ said, code }).toEqual({ said: output, code: exitCode });
});

test('watch runs a command every so many seconds', () => {
  expect(shell('watch -n 5 -t echo tick', { time: 12_000 }).output).toBe('tick\ntick\ntick\n');
});

test('dd without an end keeps a core busy', () => {
  const box = createBox();
  const id = start(box, { command: ['dd', 'if=/dev/zero', 'of=/dev/null'] });
  run(box, 30_000);
  expect(usageOf(box.world, node, id).processor).toBe(1000);
  expect(logs(box.world, node, id)).toBe('');
});

test('timeout in a container of its own: process 1 has no handler of SIGTERM, and goes on', () => {
  const box = createBox();
  start(box, { command: ['timeout', '1', 'sleep', '5'] });
  run(box);
  expect(last(box, 'containerExited')).toMatchObject({ exitCode: 0 });
});

test.each<[string, string, number?]>([
  ['head -c 8 /dev/urandom | wc -c | tr -d " "', '8\n'],
  ['cat /dev/zero | head -c 5 | wc -c | tr -d " "', '5\n'],
  ['tr -dc a-z < /dev/urandom | head -c 12 | grep -c "^[a-z]*$"', '1\n'],
  ['cat /proc/1/comm', 'cat\n'],
  ['awk "/MemTotal/ {print \\$2}" /proc/meminfo', '8388608\n'],
  ['cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/cpu.max', '104857600\n50000 100000\n'],
  ['ping -c 2 localhost | tail -n 1', '2 packets transmitted, 2 packets received, 0% packet loss\n'],
  ['ping -c 1 nowhere', "ping: bad address 'nowhere'\n", 1],
])('%s', (script, output, exitCode = 0) => {
  expect(shell(script, { memoryLimit: 100 << 20, cpuLimit: 500 })).toMatchObject({ output, exitCode });
});

test('what is read of /dev/urandom comes by the seed', () => {
  const script = 'head -c 16 /dev/urandom | base64';
  expect(shell(script).output).toBe(shell(script).output);
});
