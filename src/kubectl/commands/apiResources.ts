import { type ApiResource, groupIn, servedResources } from '../discovery.ts';
import { mistake, usageMistake } from '../errors.ts';
import type { Given } from '../flags.ts';
import { alignTable } from '../output/table.ts';
import { type Command, common } from './command.ts';

/** Source: kubectl pkg/cmd/apiresources. */
export const apiResources: Command = {
  name: 'api-resources',
  flags: [
    common.output,
    { name: 'api-group', kind: 'text' },
    { name: 'cached', kind: 'bool' },
    { name: 'categories', kind: 'list' },
    { name: 'namespaced', kind: 'bool' },
    { name: 'no-headers', kind: 'bool' },
    { name: 'sort-by', kind: 'text' },
    { name: 'verbs', kind: 'list' },
  ],
  async run(session, { args, flags }) {
    if (args.length > 0) throw usageMistake('api-resources', `unexpected arguments: [${args.join(' ')}]`);
    const output = flags.text('output') ?? '';
    if (!['', 'wide', 'name'].includes(output)) throw mistake(`--output ${output} is not available`);
    const sortBy = flags.text('sort-by') ?? '';
    if (!['', 'name', 'kind'].includes(sortBy)) throw mistake('--sort-by accepts only name or kind');
    const chosen = sorted((await servedResources(session)).filter(isWanted(flags)), sortBy);
    if (output === 'name') {
      session.out(chosen.map((resource) => `${qualifiedName(resource)}\n`).join(''));
      return 0;
    }
    const isWide = output === 'wide';
    const rows = chosen.map((resource) => row(resource, isWide));
    const header = [
      'NAME',
      'SHORTNAMES',
      'APIVERSION',
      'NAMESPACED',
      'KIND',
      ...(isWide ? ['VERBS', 'CATEGORIES'] : []),
    ];
    session.out(alignTable(flags.is('no-headers') ? rows : [header, ...rows]));
    return 0;
  },
};

const words = (flags: Given, name: string): string[] => flags.list(name).flatMap((text) => text.split(','));

function isWanted(flags: Given): (resource: ApiResource) => boolean {
  const [verbs, categories] = [words(flags, 'verbs'), words(flags, 'categories')];
  return (resource) =>
    (!flags.has('api-group') || flags.text('api-group') === groupIn(resource.groupVersion)) &&
    (!flags.has('namespaced') || flags.is('namespaced') === resource.namespaced) &&
    verbs.every((verb) => resource.verbs.includes(verb)) &&
    categories.every((category) => resource.categories?.includes(category));
}

function sorted(resources: readonly ApiResource[], by: string): ApiResource[] {
  const key = (resource: ApiResource): [string, string] => [
    by === 'name' ? resource.name : by === 'kind' ? resource.kind : groupIn(resource.groupVersion),
    resource.name,
  ];
  return resources.toSorted((a, b) => {
    const [[x, nameOfX], [y, nameOfY]] = [key(a), key(b)];
    return x < y || (x === y && nameOfX < nameOfY) ? -1 : 1;
  });
}

const qualifiedName = ({ name, groupVersion }: ApiResource): string =>
  groupIn(groupVersion) ? `${name}.${groupIn(groupVersion)}` : name;

const row = (resource: ApiResource, isWide: boolean): string[] => [
  resource.name,
  (resource.shortNames ?? []).join(','),
  resource.groupVersion,
  String(resource.namespaced),
  resource.kind,
  ...(isWide ? [resource.verbs.join(','), (resource.categories ?? []).join(',')] : []),
];
