import type { Program } from '../processes/program.ts';
import { sh } from '../shell/shell.ts';
import { busyboxHttpd } from './busybox-httpd.ts';
import { cat } from './cat.ts';
import { unsimulatedNames } from './commandNames.ts';
import { curl } from './curl.ts';
import { cut } from './cut.ts';
import { date } from './date.ts';
import { echo } from './echo.ts';
import { entrypoint } from './entrypoint.ts';
import { env, printenv } from './env.ts';
import { chmod, cp, ln, mkdir, mv, rm, rmdir, touch } from './file-commands.ts';
import { grep } from './grep.ts';
import { head } from './head.ts';
import { hostname, id, pwdProgram, uname, whoami } from './identity.ts';
import { ls } from './ls.ts';
import { basename, dirname, realpath, which } from './names.ts';
import { nc } from './nc.ts';
import { nslookup } from './nslookup.ts';
import { printf } from './printf.ts';
import { kill, killall, pidof, ps } from './processes.ts';
import { seq, yes } from './seq.ts';
import { sleep } from './sleep.ts';
import { sort, uniq } from './sort.ts';
import { tail } from './tail.ts';
import { tee } from './tee.ts';
import { bracket, test } from './test.ts';
import { tr } from './tr.ts';
import { falseProgram, trueProgram } from './true.ts';
import { unsimulated } from './unsimulated.ts';
import { wc } from './wc.ts';
import { wget } from './wget.ts';

/** The commands that every image with a shell has in /bin, by the names in commandNames.ts. */
export const userland: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['[', bracket],
  ['ash', sh],
  ['basename', basename],
  ['busybox', entrypoint],
  ['cat', cat],
  ['chmod', chmod],
  ['cp', cp],
  ['curl', curl],
  ['cut', cut],
  ['date', date],
  ['dirname', dirname],
  ['echo', echo],
  ['egrep', grep],
  ['env', env],
  ['false', falseProgram],
  ['grep', grep],
  ['head', head],
  ['hostname', hostname],
  ['httpd', busyboxHttpd],
  ['id', id],
  ['kill', kill],
  ['killall', killall],
  ['ln', ln],
  ['ls', ls],
  ['mkdir', mkdir],
  ['mv', mv],
  ['nc', nc],
  ['nslookup', nslookup],
  ['pidof', pidof],
  ['printenv', printenv],
  ['printf', printf],
  ['ps', ps],
  ['pwd', pwdProgram],
  ['realpath', realpath],
  ['rm', rm],
  ['rmdir', rmdir],
  ['seq', seq],
  ['sh', sh],
  ['sleep', sleep],
  ['sort', sort],
  ['tail', tail],
  ['tee', tee],
  ['test', test],
  ['touch', touch],
  ['tr', tr],
  ['true', trueProgram],
  ['uname', uname],
  ['uniq', uniq],
  ['wc', wc],
  ['wget', wget],
  ['which', which],
  ['whoami', whoami],
  ['yes', yes],
  ...unsimulatedNames.map((name): [string, Program] => [name, unsimulated(name)]),
]);
