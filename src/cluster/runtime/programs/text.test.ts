import { describe, expect, test } from 'vitest';
import { shell } from '../testing/box.ts';

const lines = (text: string): string => `printf '${text}' > /tmp/t; `;

// What GNU sed 4.9 and mawk/busybox awk print; where they differ, busybox.
describe.each<[string, [string, string, number?][]]>([
  [
    'sed',
    [
      [`echo hello world | sed 's/o/0/'`, 'hell0 world\n'],
      [`echo hello world | sed 's/o/0/g; s/h/H/'`, 'Hell0 w0rld\n'],
      [`echo a.b.c | sed 's/\\./-/2'`, 'a.b-c\n'],
      [`echo path | sed 's|^|/etc/|'`, '/etc/path\n'],
      [`echo key=value | sed 's/\\(.*\\)=\\(.*\\)/\\2=\\1/'`, 'value=key\n'],
      [`echo key=value | sed -E 's/(.*)=(.*)/\\2=\\1 [&]/'`, 'value=key [key=value]\n'],
      [`seq 5 | sed -n '2,4p'`, '2\n3\n4\n'],
      [`seq 5 | sed -n '$p'`, '5\n'],
      [`seq 5 | sed '1d;$d'`, '2\n3\n4\n'],
      [`seq 5 | sed -n '/2/,/4/p'`, '2\n3\n4\n'],
      [`seq 5 | sed '3!d'`, '3\n'],
      [`seq 5 | sed 2q`, '1\n2\n'],
      [`seq 3 | sed -e '2i\\' -e between`, '1\nbetween\n2\n3\n'],
      [`seq 3 | sed '2a after'`, '1\n2\nafter\n3\n'],
      [`seq 3 | sed '2c other'`, '1\nother\n3\n'],
      [`seq 4 | sed 'N;s/\\n/ /'`, '1 2\n3 4\n'],
      [`seq 3 | sed -n '1!G;h;$p'`, '3\n2\n1\n'],
      [`echo abc | sed y/abc/xyz/`, 'xyz\n'],
      [`printf x | sed s/x/y/`, 'y'],
      [`echo aaa | sed ':a;s/a/b/;ta'`, 'bbb\n'],
      [`seq 3 | sed '/2/{s/2/two/;p}'`, '1\ntwo\ntwo\n3\n'],
      [`echo foo > f; sed -i s/foo/bar/ f; cat f`, 'bar\n'],
      [`sed s/a/`, 'sed: unmatched delimiter\n', 1],
      [`echo x | sed ':a;ba'`, 'sed: a script that loops without end is not simulated by Podarium\n', 1],
      [`sed s/a/b/ nofile`, "sed: can't open 'nofile': No such file or directory\n", 1],
    ],
  ],
  [
    'awk',
    [
      [`echo a b c | awk '{print $2}'`, 'b\n'],
      [`echo a b c | awk '{print $NF, NF}'`, 'c 3\n'],
      [`printf 'a:1\\nb:2\\n' | awk -F: '{s += $2} END {print s}'`, '3\n'],
      [`seq 10 | awk 'NR%2==0'`, '2\n4\n6\n8\n10\n'],
      [`seq 3 | awk '/2/ {print "two"; next} {print}'`, '1\ntwo\n3\n'],
      [`awk 'BEGIN {printf "%s-%03d-%.2f\\n", "x", 7, 3.14159}'`, 'x-007-3.14\n'],
      [`awk 'BEGIN {for (i = 0; i < 3; i++) print i * i}'`, '0\n1\n4\n'],
      [`printf 'b\\na\\nb\\n' | awk '{n[$1]++} END {for (k in n) print k, n[k]}' | sort`, 'a 1\nb 2\n'],
      [
        `echo 'Hello World' | awk '{print length($1), toupper($2), substr($0, 2, 4), index($0, "W")}'`,
        '5 WORLD ello 7\n',
      ],
      [`echo a-b-c | awk '{n = split($0, p, "-"); print n, p[1] p[3]}'`, '3 ac\n'],
      [`echo aXbXc | awk '{gsub(/X/, "."); print; sub("a", "&&"); print $0}'`, 'a.b.c\naa.b.c\n'],
      [`echo 10 9 | awk '{print ($1 > $2), ("10" > "9")}'`, '1 0\n'],
      [`awk -v n=3 'BEGIN {print n + 1, n ""}'`, '4 3\n'],
      [`awk 'function f(x) {return x < 2 ? 1 : x * f(x - 1)} BEGIN {print f(5)}'`, '120\n'],
      [`awk 'BEGIN {exit 3} END {print "end"}'`, '', 3],
      [`seq 3 | awk '{exit 4} END {print "end"}'`, 'end\n', 4],
      [`seq 5 | awk '$1 == 2, $1 == 4'`, '2\n3\n4\n'],
      [`echo a b | awk '{$2 = "x"; print; $1 = ""; print}' OFS=-`, 'a-x\n-x\n'],
      [`awk 'BEGIN {if (!("k" in a)) print "no"; a["k"]; if ("k" in a) print "yes"; delete a["k"]}'`, 'no\nyes\n'],
      [`echo x | awk '{print > "/tmp/out"}'; cat /tmp/out`, 'x\n'],
      [`awk 'BEGIN {print 1e6, 0.1 + 0.2, 2 ^ 10, 7 % 3, 1 / 3}'`, '1000000 0.3 1024 1 0.333333\n'],
      [`awk 'BEGIN {print 1 2, 3 " " 4; print -1 " " -1}'`, '12 3 4\n-1-1\n'],
      [
        `awk 'BEGIN {while (1) x++}'`,
        'awk: cmd. line:1: a program that loops for long is not simulated by Podarium\n',
        2,
      ],
      [`awk 'BEGIN {print 1/0}'`, 'awk: cmd. line:1: Division by zero\n', 2],
      [`awk 'BEGIN {print "a" |'`, 'awk: cmd. line:1: a pipe out of awk is not simulated by Podarium\n', 1],
    ],
  ],
  [
    'xargs',
    [
      ['echo a b c | xargs', 'a b c\n'],
      ['echo a b c | xargs -n 1 echo x', 'x a\nx b\nx c\n'],
      ['printf "a b\\nc\\n" | xargs -I {} echo "<{}>"', '<a b>\n<c>\n'],
      ['printf "" | xargs -r echo never', ''],
      ['echo f | xargs nosuch', 'xargs: nosuch: No such file or directory\n', 127],
      ['seq 3 | xargs -n1 false', '', 123],
      [`echo "'a b' c" | xargs -n1 echo`, 'a b\nc\n'],
    ],
  ],
  [
    'find',
    [
      ['mkdir -p d/e; touch d/a.txt d/e/b.txt d/c.log; find d -name "*.txt"', 'd/a.txt\nd/e/b.txt\n'],
      ['mkdir -p d/e; touch d/a; find d -type d', 'd\nd/e\n'],
      ['mkdir -p d/e/f; find d -maxdepth 1', 'd\nd/e\n'],
      ['mkdir d; echo x > d/a; touch d/b; find d -type f -exec cat {} \\;', 'x\n'],
      ['mkdir d; touch d/a d/b; find d -type f -exec echo {} +', 'd/a d/b\n'],
      ['mkdir d; touch d/a d/b; find d -name a -delete; ls d', 'b\n'],
      ['mkdir d; touch d/a; sleep 70; touch d/b; find d -type f -mmin +0', 'd/a\n'],
      ['find nowhere', 'find: nowhere: No such file or directory\n', 1],
    ],
  ],
  [
    'expr',
    [
      ['expr 1 + 2 \\* 3', '7\n'],
      ['expr 5 \\> 3', '1\n'],
      ['expr 3 - 3', '0\n', 1],
      ["expr abc : 'a\\(.*\\)'", 'bc\n'],
      ['expr length hello', '5\n'],
      ['expr substr hello 2 3', 'ell\n'],
      ['i=0; while [ $i -lt 3 ]; do i=$(expr $i + 1); done; echo $i', '3\n'],
      ['expr 1 / 0', 'expr: division by zero\n', 2],
      ['expr a + 1', 'expr: non-numeric argument\n', 2],
    ],
  ],
  [
    'sums and codes',
    [
      ['echo -n hello | base64', 'aGVsbG8=\n'],
      ['echo aGVsbG8= | base64 -d', 'hello'],
      ['echo hello | sha256sum', '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  -\n'],
      ['echo hello | md5sum', 'b1946ac92492d2347c6235b4d2611184  -\n'],
      ['echo hello > f; md5sum f', 'b1946ac92492d2347c6235b4d2611184  f\n'],
    ],
  ],
  [
    'lines',
    [
      ['seq 3 | tac', '3\n2\n1\n'],
      ['echo abc | rev', 'cba\n'],
      ["printf 'a\\n\\nb\\n' | nl", '     1\ta\n       \n     2\tb\n'],
      ['echo Hello, World | tr -dc A-Za-z', 'HelloWorld'],
      ['echo a1b2 | tr -c 0-9 x', 'x1x2x'],
    ],
  ],
])('%s', (_name, cases) => {
  test.each(cases)('%s', (script, output, exitCode = 0) => {
    expect(shell(script, { workingDir: '/tmp' })).toMatchObject({ output, exitCode });
  });
});

test('sed numbers what it is given in a file', () => {
  expect(shell(`${lines('a\\nb\\n')}sed = /tmp/t`)).toMatchObject({ output: '1\na\n2\nb\n' });
});
