import { isLabelValue, isQualifiedName } from '../../api/names.ts';
import type { Node, Taint } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { readDryRun } from '../dryRun.ts';
import { CommandError, failureText, mistake, usageMistake } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export const taint: Command = {
  name: 'taint',
  flags: [common.output, common.selector, common.all, common.overwrite, common.dryRun, common.fieldManager],
  async run(session, { args, flags }) {
    const [type = '', ...others] = args;
    const isSpec = (text: string): boolean => /[=:]/.test(text) || text.endsWith('-');
    const names = others.filter((text) => !isSpec(text));
    const { add, remove } = readTaints(others.filter(isSpec));
    if (add.length === 0 && remove.length === 0) throw mistake('at least one taint update is required');
    if (type.includes('/')) throw new CommandError(`the server doesn't have a resource type "${type}"\n`);
    if (!/^(nodes?|no)$/.test(type)) throw mistake(`invalid resource type ${type}, only node types are supported`);
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, [type, ...names], flags);
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const old = (one.object as Node).spec?.taints ?? [];
      const isTaken = ({ key, effect }: Taint) => old.some((taken) => taken.key === key && taken.effect === effect);
      const taken = add.filter(isTaken).map(({ key }) => key);
      if (taken.length > 0 && !flags.is('overwrite'))
        throw mistake(
          `node ${one.object.metadata.name} already has ${taken.join(', ')} taint(s) with same effect(s) and --overwrite is false`,
        );
      for (const gone of remove)
        if (!old.some((each) => isMeant(each, gone))) throw mistake(`taint "${shown(gone)}" not found`);
      const kept = old.filter(
        (each) =>
          !remove.some((gone) => isMeant(each, gone)) &&
          !add.some(({ key, effect }) => key === each.key && effect === each.effect),
      );
      const taints = [...add, ...kept];
      const patch = { spec: { taints: taints.length === 0 ? null : taints } };
      const answer = await patchFound(session, one, patch, { patchType: 'merge', dryRun });
      if (isFailure(answer)) {
        session.err(failureText(answer));
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, saying(add, remove, taken));
    }
    return exit;
  },
};

/** A taint to take away; without an effect all of its key. */
interface Gone {
  key: string;
  effect?: string;
}

const isMeant = (taint: Taint, gone: Gone): boolean =>
  taint.key === gone.key && (gone.effect === undefined || taint.effect === gone.effect);

const shown = ({ key, effect }: Gone): string => (effect === undefined ? key : `${key}:${effect}`);

const saying = (add: readonly Taint[], remove: readonly Gone[], overwritten: readonly string[]): string => {
  if (overwritten.length > 0 || (add.length > 0 && remove.length > 0)) return 'modified';
  return remove.length > 0 ? 'untainted' : 'tainted';
};

/** `KEY=VALUE:EFFECT`, `KEY:EFFECT`, `KEY-`, `KEY:EFFECT-`. Source: kubectl taint.parseTaints. */
function readTaints(specs: readonly string[]): { add: Taint[]; remove: Gone[] } {
  const add: Taint[] = [];
  const remove: Gone[] = [];
  for (const spec of specs) {
    if (spec.endsWith('-')) {
      const [key = '', effect] = spec.slice(0, -1).split(':');
      remove.push({ key: key.split('=')[0] ?? '', ...(effect !== undefined && { effect }) });
      continue;
    }
    const [pair = '', effect, ...more] = spec.split(':');
    const [key = '', value, ...rest] = pair.split('=');
    const invalid = (why: string) => usageMistake('taint', `invalid taint spec: ${spec}, ${why}`);
    const wrongKey = isQualifiedName(effect === undefined ? spec : key);
    if (wrongKey.length > 0) throw invalid(wrongKey.join('; '));
    if (more.length > 0 || rest.length > 0) throw usageMistake('taint', `invalid taint spec: ${spec}`);
    const wrongValue = isLabelValue(value ?? '');
    if (wrongValue.length > 0) throw invalid(wrongValue.join('; '));
    if (effect === undefined) throw usageMistake('taint', `invalid taint spec: ${spec}`);
    if (!effects.includes(effect))
      throw usageMistake('taint', `invalid taint effect: ${effect}, unsupported taint effect`);
    if (add.some((other) => other.key === key && other.effect === effect))
      throw usageMistake(
        'taint',
        `duplicated taints with the same key and effect: {${key} ${value ?? ''} ${effect} <nil>}`,
      );
    add.push({ key, ...(value !== undefined && { value }), effect: effect as Taint['effect'] });
  }
  return { add, remove };
}
