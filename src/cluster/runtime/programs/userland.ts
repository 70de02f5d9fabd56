import type { Program } from '../processes/program.ts';
import { sh } from '../shell/shell.ts';
import { agnhost, httpEcho } from './agnhost.ts';
import { awk } from './awk/awk.ts';
import { base64 } from './base64.ts';
import { busyboxHttpd } from './busybox-httpd.ts';
import { cat } from './cat.ts';
import { md5sum, sha256sum } from './checksums.ts';
import { mysqladmin, pgIsReady, psql, redisCli } from './clients.ts';
import { unsimulatedNames } from './commandNames.ts';
import { curl } from './curl.ts';
import { cut } from './cut.ts';
import { date } from './date.ts';
import { dd, fallocate, truncate } from './dd.ts';
import { df, du } from './disk.ts';
import { echo } from './echo.ts';
import { entrypoint } from './entrypoint.ts';
import { env, printenv } from './env.ts';
import { expr } from './expr.ts';
import { chmod, cp, ln, mkdir, mv, rm, rmdir, touch } from './file-commands.ts';
import { find } from './find.ts';
import { grep } from './grep.ts';
import { head } from './head.ts';
import { hostname, id, pwdProgram, uname, whoami } from './identity.ts';
import { node } from './languages/node.ts';
import { perl } from './languages/perl.ts';
import { python } from './languages/python.ts';
import { nl, rev, tac } from './lines.ts';
import { ls } from './ls.ts';
import { basename, dirname, realpath, which } from './names.ts';
import { nc } from './nc.ts';
import { nslookup } from './nslookup.ts';
import { ping } from './ping.ts';
import { printf } from './printf.ts';
import { kill, killall, pidof, ps } from './processes.ts';
import { sed } from './sed/sed.ts';
import { seq, yes } from './seq.ts';
import { sleep, usleep } from './sleep.ts';
import { sort, uniq } from './sort.ts';
import { goStress, stress } from './stress.ts';
import { chown, cmp, free, mktemp, mount, nproc, stat, sync, tty, uptime } from './system.ts';
import { tail } from './tail.ts';
import { tee } from './tee.ts';
import { bracket, test } from './test.ts';
import { top } from './top.ts';
import { tr } from './tr.ts';
import { falseProgram, trueProgram } from './true.ts';
import { unsimulated } from './unsimulated.ts';
import { wc } from './wc.ts';
import { wget } from './wget.ts';
import { nice, nohup, setsid, time, timeout, watch } from './wrappers.ts';
import { xargs } from './xargs.ts';

/** The commands that every image with a shell has in /bin, by the names in commandNames.ts. */
export const userland: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['[', bracket],
  ['ash', sh],
  ['awk', awk],
  ['base64', base64],
  ['basename', basename],
  ['busybox', entrypoint],
  ['cat', cat],
  ['chmod', chmod],
  ['chown', chown],
  ['cmp', cmp],
  ['cp', cp],
  ['curl', curl],
  ['cut', cut],
  ['date', date],
  ['dd', dd],
  ['df', df],
  ['dirname', dirname],
  ['du', du],
  ['echo', echo],
  ['egrep', grep],
  ['env', env],
  ['expr', expr],
  ['fallocate', fallocate],
  ['false', falseProgram],
  ['fgrep', grep],
  ['find', find],
  ['free', free],
  ['grep', grep],
  ['head', head],
  ['hostname', hostname],
  ['httpd', busyboxHttpd],
  ['id', id],
  ['kill', kill],
  ['killall', killall],
  ['ln', ln],
  ['ls', ls],
  ['md5sum', md5sum],
  ['mkdir', mkdir],
  ['mktemp', mktemp],
  ['mount', mount],
  ['mv', mv],
  ['nc', nc],
  ['nice', nice],
  ['nl', nl],
  ['nohup', nohup],
  ['nproc', nproc],
  ['nslookup', nslookup],
  ['pidof', pidof],
  ['ping', ping],
  ['printenv', printenv],
  ['printf', printf],
  ['ps', ps],
  ['pwd', pwdProgram],
  ['realpath', realpath],
  ['rev', rev],
  ['rm', rm],
  ['rmdir', rmdir],
  ['sed', sed],
  ['seq', seq],
  ['setsid', setsid],
  ['sh', sh],
  ['sha256sum', sha256sum],
  ['sleep', sleep],
  ['sort', sort],
  ['stat', stat],
  ['sync', sync],
  ['tac', tac],
  ['tail', tail],
  ['tee', tee],
  ['test', test],
  ['time', time],
  ['timeout', timeout],
  ['top', top],
  ['touch', touch],
  ['tr', tr],
  ['true', trueProgram],
  ['truncate', truncate],
  ['tty', tty],
  ['uname', uname],
  ['uniq', uniq],
  ['uptime', uptime],
  ['usleep', usleep],
  ['watch', watch],
  ['wc', wc],
  ['wget', wget],
  ['which', which],
  ['whoami', whoami],
  ['xargs', xargs],
  ['yes', yes],
  ['agnhost', agnhost],
  ['http-echo', httpEcho],
  ['mysqladmin', mysqladmin],
  ['node', node],
  ['perl', perl],
  ['pg_isready', pgIsReady],
  ['psql', psql],
  ['python', python],
  ['redis-cli', redisCli],
  ['go-stress', goStress],
  ['stress', stress],
  ...unsimulatedNames.map((name): [string, Program] => [name, unsimulated(name)]),
]);
