import type { KubernetesObject } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { selects } from '../../api/selectors/labels.ts';
import { parseLabelSelector } from '../../api/selectors/parse.ts';
import { isFailure, qualified } from '../../api/status.ts';
import { formatLabels } from '../../api/tables/labels.ts';
import { printerOf } from '../../api/tables/registry.ts';
import type { ObjectList } from '../../cluster/apiserver/request.ts';
import { CommandError, failureText, mistake } from '../errors.ts';
import type { Arguments, Given } from '../flags.ts';
import { valuesAt } from '../jsonpath.ts';
import { type Printed, readOutput } from '../output/print.ts';
import { alignTable } from '../output/table.ts';
import { ask, now, type Session } from '../session.ts';
import { getRequest, readTargets, type Target, targetsInFiles, within } from '../targets.ts';
import { follow } from '../watch.ts';
import { type Command, common } from './command.ts';
import { getRaw } from './getRaw.ts';

const nothingAsked = `You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.

error: Required resource not specified.
Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
See 'kubectl get -h' for help and examples
`;

/** What was found for one argument: a list, or one object. */
interface Answer {
  resource: Resource;
  objects: KubernetesObject[];
  single: boolean;
}

export const get: Command = {
  name: 'get',
  flags: [
    common.output,
    common.selector,
    common.fieldSelector,
    common.allNamespaces,
    common.filename,
    common.recursive,
    common.watch,
    { name: 'watch-only', kind: 'bool' },
    { name: 'show-labels', kind: 'bool' },
    { name: 'show-kind', kind: 'bool' },
    { name: 'show-managed-fields', kind: 'bool' },
    { name: 'label-columns', short: 'L', kind: 'list' },
    { name: 'no-headers', kind: 'bool' },
    { name: 'sort-by', kind: 'text' },
    { name: 'ignore-not-found', kind: 'bool' },
    { name: 'chunk-size', kind: 'number' },
    { name: 'raw', kind: 'text' },
  ],
  async run(session, given) {
    const { flags } = given;
    if (flags.has('raw')) return getRaw(session, given);
    const output = readOutput(flags.text('output'), flags.is('show-managed-fields'), flags.is('no-headers'));
    const targets = targetsOf(session, given);
    const { answers, failed } = await collect(session, targets, flags);
    const single = targets.length === 1 && answers[0]?.single === true;
    const sorted = answers.map((answer) => ({ ...answer, objects: sortedBy(answer.objects, flags.text('sort-by')) }));
    const isWatching = flags.is('watch') || flags.is('watch-only');
    if (output.kind === 'objects') {
      const objects: Printed[] = sorted.flatMap(({ resource, objects }) =>
        objects.map((object) => ({ resource, object })),
      );
      if (answers.length > 0) session.out(output.print(objects, single));
    } else if (!flags.is('watch-only')) printTables(session, sorted, flags, output.wide, failed || isWatching);
    if (!isWatching || failed) return failed ? 1 : 0;
    await watchRows(session, sorted, targets, flags, output.kind === 'table' && output.wide);
    // Only an interrupt ends a watch.
    return 1;
  },
};

function targetsOf(session: Session, { args, flags }: Arguments): Target[] {
  if (flags.has('filename')) return targetsInFiles(session, flags);
  if (args.length === 0) throw new CommandError(nothingAsked);
  const targets = readTargets(args);
  const named = targets.some(({ name }) => name !== undefined);
  if (named && (flags.has('selector') || flags.has('field-selector')))
    throw mistake('name cannot be provided when a selector is specified');
  if (named && flags.is('all-namespaces'))
    throw mistake('a resource cannot be retrieved by name across all namespaces');
  return targets;
}

async function collect(session: Session, targets: readonly Target[], flags: Given) {
  const answers: Answer[] = [];
  let failed = false;
  for (const { resource, name } of targets) {
    const answer = await ask(
      session,
      name === undefined
        ? { verb: 'list', resource: resource.plural, ...scope(session, resource, flags), ...selectors(flags) }
        : getRequest(session, resource, name),
    );
    if (isFailure(answer)) {
      if (answer.code === 404 && flags.is('ignore-not-found')) continue;
      failed = true;
      session.err(
        name === undefined && answer.reason === 'BadRequest'
          ? failureText(
              answer,
              `Unable to find "${resource.group}/${resource.version}, Resource=${resource.plural}" that match label selector "${flags.text('selector') ?? ''}", field selector "${flags.text('field-selector') ?? ''}"`,
            )
          : failureText(answer),
      );
    } else if (name === undefined) answers.push({ resource, objects: (answer as ObjectList).items, single: false });
    else answers.push({ resource, objects: [answer as KubernetesObject], single: true });
  }
  return { answers, failed };
}

const scope = (session: Session, resource: Resource, flags: Given) =>
  within(resource, flags.is('all-namespaces') ? undefined : session.namespace);

const selectors = (flags: Given) => ({
  ...(flags.has('selector') && { labelSelector: flags.text('selector') ?? '' }),
  ...(flags.has('field-selector') && { fieldSelector: flags.text('field-selector') ?? '' }),
});

function sortedBy(objects: KubernetesObject[], path: string | undefined): KubernetesObject[] {
  if (!path) return objects;
  const key = (object: KubernetesObject): unknown => {
    try {
      return valuesAt(path, object)[0];
    } catch (error) {
      if (error instanceof Error) return undefined;
      throw error;
    }
  };
  // A field that no object has, or a broken path, leaves kubectl with nothing to print.
  if (objects.every((object) => key(object) === undefined)) return [];
  return [...objects].sort((a, b) => {
    const [x, y] = [key(a) ?? '', key(b) ?? ''] as [string, string];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

function printTables(
  session: Session,
  answers: readonly Answer[],
  flags: Given,
  wide: boolean,
  isQuiet: boolean,
): void {
  const groups = grouped(answers).filter(({ objects }) => objects.length > 0);
  if (groups.length === 0) {
    if (isQuiet) return;
    const namespaced = answers.some(({ resource }) => resource.namespaced);
    const where = namespaced && !flags.is('all-namespaces') ? ` in ${session.namespace} namespace.` : '';
    session.err(`No resources found${where}\n`);
    return;
  }
  const kinds = flags.is('show-kind') || new Set(answers.map(({ resource }) => resource.plural)).size > 1;
  const tables = groups.map(({ resource, objects }) => {
    const rows = objects.map((object) => rowOf(session, resource, object, flags, wide, kinds));
    return alignTable(flags.is('no-headers') ? rows : [header(resource, flags, wide), ...rows]);
  });
  session.out(tables.join(flags.is('no-headers') ? '' : '\n'));
}

/** Answers about the same resource that follow one another share a table. */
function grouped(answers: readonly Answer[]): { resource: Resource; objects: KubernetesObject[] }[] {
  const groups: { resource: Resource; objects: KubernetesObject[] }[] = [];
  for (const { resource, objects } of answers) {
    const last = groups.at(-1);
    if (last?.resource === resource) last.objects.push(...objects);
    else groups.push({ resource, objects: [...objects] });
  }
  return groups;
}

const labelColumns = (flags: Given): string[] => flags.list('label-columns').flatMap((text) => text.split(','));

function header(resource: Resource, flags: Given, wide: boolean): string[] {
  const columns = printerOf(resource.kind).columns.filter((column) => wide || column.priority === 0);
  return [
    ...(flags.is('all-namespaces') && resource.namespaced ? ['NAMESPACE'] : []),
    ...columns.map((column) => column.name.toUpperCase()),
    ...labelColumns(flags).map((key) => key.slice(key.lastIndexOf('/') + 1).toUpperCase()),
    ...(flags.is('show-labels') ? ['LABELS'] : []),
  ];
}

function rowOf(
  session: Session,
  resource: Resource,
  object: KubernetesObject,
  flags: Given,
  wide: boolean,
  kind: boolean,
): string[] {
  const printer = printerOf(resource.kind);
  const prefix = `${qualified({ plural: resource.singular, group: resource.group })}/`;
  const cells = printer
    .row(object, now(session))
    .map((cell, index) => (kind && printer.columns[index]?.format === 'name' ? prefix : '') + oneLine(String(cell)))
    .filter((_, index) => wide || printer.columns[index]?.priority === 0);
  return [
    ...(flags.is('all-namespaces') && resource.namespaced ? [object.metadata.namespace ?? ''] : []),
    ...cells,
    ...labelColumns(flags).map((key) => object.metadata.labels?.[key] ?? ''),
    ...(flags.is('show-labels') ? [formatLabels(object.metadata.labels)] : []),
  ];
}

/** A cell up to its first line break. Source: cli-runtime printers.printTable. */
function oneLine(cell: string): string {
  const end = cell.search(/[\f\n\r]/);
  return end < 0 ? cell : `${cell.slice(0, end)}...`;
}

/** Prints a row for each change until the command is interrupted. Columns only ever grow wider. */
async function watchRows(
  session: Session,
  answers: readonly Answer[],
  targets: readonly Target[],
  flags: Given,
  wide: boolean,
): Promise<void> {
  const [target, ...others] = targets;
  if (!target) return;
  if (others.some(({ resource }) => resource !== target.resource))
    throw mistake('you may only specify a single resource type');
  const { resource } = target;
  const widths: number[] = [];
  const learn = (cells: readonly string[]): void => {
    for (const [index, cell] of cells.entries()) widths[index] = Math.max(6, widths[index] ?? 0, cell.length + 3);
  };
  const print = (cells: readonly string[]): void => {
    learn(cells);
    session.out(
      `${cells.map((cell, index) => (index < cells.length - 1 ? cell.padEnd(widths[index] ?? 0) : cell)).join('')}\n`,
    );
  };
  const shown = flags.is('watch-only') ? [] : answers.flatMap(({ objects }) => objects);
  const titles = header(resource, flags, wide);
  let isTitled = flags.is('no-headers') || shown.length > 0;
  if (!flags.is('no-headers')) learn(titles);
  for (const object of shown) learn(rowOf(session, resource, object, flags, wide, false));
  await follow(session, resource, meant(session, targets, flags), (object) => {
    if (!isTitled) print(titles);
    isTitled = true;
    print(rowOf(session, resource, object, flags, wide, false));
  });
}

/** Whether an object that a watch tells of is among those asked for. */
function meant(session: Session, targets: readonly Target[], flags: Given): (object: KubernetesObject) => boolean {
  const names = targets.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const labels = parseLabelSelector(flags.text('selector') ?? '');
  const isAnywhere = flags.is('all-namespaces') || targets[0]?.resource.namespaced === false;
  return ({ metadata }) =>
    (names.length === 0 || names.includes(metadata.name)) &&
    selects(labels, metadata.labels) &&
    (isAnywhere || metadata.namespace === session.namespace);
}
