import fc from 'fast-check';

/** Random scripts of what the shell understands, with pauses in them, that come to an end. */
const parameter = (text: string): string => `$\{${text}}`;

const word = fc.constantFrom(
  'a',
  '$x',
  '"$x $y"',
  '$(echo sub; sleep 0.3; echo two)',
  '$((x + 1))',
  parameter('y:-none'),
  "'q q'",
  parameter('x#1'),
  '"$(cat /tmp/f 2>/dev/null)"',
  '$?',
  '$#',
);

const simple = fc.oneof(
  fc.array(word, { maxLength: 3 }).map((words) => `echo ${words.join(' ')}`),
  fc.constantFrom('sleep 0.2', 'sleep 1', 'true', 'false', ':', '[ "$x" = 1 ]', 'x=$((x + 1))', 'y="$x$x"', 'shift'),
  word.map((value) => `echo ${value} >> /tmp/f`),
  word.map((value) => `set -- ${value} b`),
  word.map((value) => `x=${value}`),
  fc.constantFrom('read y < /tmp/f', 'wait', "trap 'echo usr $x' USR1", 'kill -USR1 $$', 'nosuch', 'cat /tmp/f', 'g a'),
);

const { list } = fc.letrec<{ command: string; list: string }>((tie) => ({
  list: fc.array(tie('command'), { minLength: 1, maxLength: 3 }).map((commands) => commands.join('; ')),
  command: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    simple,
    fc.tuple(tie('list'), tie('list')).map(([a, b]) => `if ${a}; then ${b}; else echo no; fi`),
    tie('list').map((body) => `for i in 1 2 $x; do ${body}; done`),
    tie('list').map((body) => `n=0; while [ $n -lt 2 ]; do n=$((n+1)); ${body}; done`),
    tie('list').map((body) => `( ${body} )`),
    tie('list').map((body) => `{ ${body}; } > /tmp/o; cat /tmp/o`),
    tie('list').map((body) => `{ ${body}; } & wait`),
    fc.tuple(tie('command'), tie('command')).map(([a, b]) => `${a} && ${b}`),
    fc.tuple(tie('command'), tie('command')).map(([a, b]) => `${a} || ${b}`),
    tie('command').map((body) => `{ ${body}; } | while read l; do echo "<$l>"; sleep 0.1; done`),
    tie('list').map((body) => `case $x in 1*) ${body} ;; *) echo other ;; esac`),
    tie('list').map((body) => `g() { echo "g$1"; ${body.replaceAll('g a', ':')}; return 2; }`),
  ),
}));

export const script = list.map((body) => `x=1; ${body}; echo end $?`);
