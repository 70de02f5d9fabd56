import { groups, resourcesOf } from '../api/discovery/discovery.ts';
import { categoriesOf } from '../api/discovery/subresources.ts';
import type { KubernetesObject } from '../api/objects.ts';
import { type Resource, resourceByAnyName } from '../api/resources.ts';
import { isFailure } from '../api/status.ts';
import type { ApiRequest } from '../cluster/apiserver/request.ts';
import { failureText, mistake } from './errors.ts';
import type { Given } from './flags.ts';
import { readManifests } from './manifest.ts';
import { failed } from './problem.ts';
import { ask, askList, type Session } from './session.ts';

/** What a command is about: one object by its name, or all of a resource. */
export interface Target {
  resource: Resource;
  name?: string;
}

/** The resources of a category (`all`), in the order in which the server lists them. */
const inCategory = (name: string): Resource[] =>
  ['', ...groups()].flatMap(resourcesOf).filter((resource) => categoriesOf(resource).includes(name));

/** `pods`, `po,svc`, `all`. Throws where the server has no such resource. */
export function resourcesNamed(text: string): Resource[] {
  return text.split(',').flatMap((name) => {
    const category = inCategory(name);
    if (category.length > 0) return category;
    const resource = resourceByAnyName(name) ?? resourceByAnyName(withoutVersion(name));
    if (!resource) throw mistake(`the server doesn't have a resource type "${name.split('.')[0]}"`);
    return [resource];
  });
}

/** `deployments.v1.apps` as `deployments.apps`; other text as it stands. */
function withoutVersion(name: string): string {
  const [word = '', version = '', ...group] = name.split('.');
  const resource = resourceByAnyName(word);
  return resource && resource.version === version && resource.group === group.join('.') ? word : '';
}

/**
 * `TYPE`, `TYPE NAME...`, `TYPE1,TYPE2 NAME...` or `TYPE/NAME...`, as kubectl's resource builder reads arguments.
 * Source: k8s.io/cli-runtime resource.Builder.
 */
export function readTargets(args: readonly string[]): Target[] {
  const [first = ''] = args;
  if (!args.some((argument) => argument.includes('/'))) {
    const resources = resourcesNamed(first);
    const names = args.slice(1);
    if (names.length === 0) return resources.map((resource) => ({ resource }));
    return resources.flatMap((resource) => names.map((name) => ({ resource, name })));
  }
  return args.map((argument) => {
    const [type = '', name = '', ...more] = argument.split('/');
    if (!argument.includes('/') || (args.length > 1 && argument !== first && (!type || !name)))
      throw mistake(
        "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      );
    if (more.length > 0 || !type || !name)
      throw mistake('arguments in resource/name form must have a single resource and name');
    const [resource] = resourcesNamed(type);
    return { resource: resource as Resource, name };
  });
}

/** A found object and the resource that holds it. */
export interface Found {
  resource: Resource;
  object: KubernetesObject;
}

/** `namespace` of a request where the resource has namespaces. */
export function within(resource: Resource, namespace: string | undefined): { namespace?: string } {
  return resource.namespaced && namespace !== undefined ? { namespace } : {};
}

/** Asks for one object. */
export function getRequest(session: Session, resource: Resource, name: string): ApiRequest {
  return { verb: 'get', resource: resource.plural, ...within(resource, session.namespace), name };
}

/**
 * The objects that a command which changes things is about: by name, by `-l`, or with `--all`. What is not found is
 * told on stderr and counted in `missing`. A type without a name is refused, unless `allByDefault`.
 */
export async function findObjects(
  session: Session,
  args: readonly string[],
  flags: Given,
  options: { allByDefault?: boolean } = {},
): Promise<{ found: Found[]; missing: number }> {
  const selector = flags.text('selector');
  const targets = flags.has('filename') ? targetsInFiles(session, flags) : readTargets(args);
  if ((selector !== undefined || flags.is('all')) && args.some((argument) => argument.includes('/')))
    throw mistake('selectors and the all flag cannot be used when passing resource/name arguments');
  const found: Found[] = [];
  let missing = 0;
  for (const { resource, name } of targets) {
    if (name === undefined) {
      if (selector === undefined && !flags.is('all') && !options.allByDefault)
        throw mistake('resource(s) were provided, but no name was specified');
      const objects = await askList(session, resource.plural, {
        ...within(resource, session.namespace),
        ...(selector !== undefined && { labelSelector: selector }),
      });
      found.push(...objects.map((object) => ({ resource, object })));
      continue;
    }
    if (selector !== undefined) throw mistake('name cannot be provided when a selector is specified');
    const answer = await ask(session, getRequest(session, resource, name));
    if (isFailure(answer)) {
      session.err(failureText(answer));
      missing++;
    } else found.push({ resource, object: answer as KubernetesObject });
  }
  return { found, missing };
}

/** What the files of `-f` name. Throws for a document that cannot be used. */
export function targetsInFiles(session: Session, flags: Given): Target[] {
  return readManifests(session, flags).map((manifest) => {
    if ('problem' in manifest) throw failed(manifest.problem);
    return { resource: manifest.resource, name: manifest.name };
  });
}
