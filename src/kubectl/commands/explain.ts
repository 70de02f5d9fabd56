import { type Resource, resourceByAnyName } from '../../api/resources.ts';
import { CommandError, mistake } from '../errors.ts';
import { type Document, explain, type GroupVersionKind, header } from '../explain/plaintext.ts';
import { askJson } from '../raw.ts';
import type { Session } from '../session.ts';
import { type Command, common } from './command.ts';

/** Source: kubectl pkg/cmd/explain. */
export const explainCommand: Command = {
  name: 'explain',
  flags: [common.output, common.recursive, { name: 'api-version', kind: 'text' }],
  async run(session, { args, flags }) {
    const [what, ...others] = args;
    if (what === undefined)
      throw mistake(
        'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
      );
    if (others.length > 0) throw mistake('We accept only this format: explain RESOURCE');
    const { resource, path } = readWhat(what);
    const output = flags.text('output') ?? 'plaintext';
    if (output === 'plaintext-openapiv2') throw mistake('the older OpenAPI v2 documents are not served here');
    const version = flags.text('api-version') ?? (resource.group ? `${resource.group}/${resource.version}` : 'v1');
    const document = await documentOf(session, version, resource);
    if (output !== 'plaintext') throw mistake(`unrecognized format: ${output}`);
    const gvk = kindOf(document, resource);
    if (!document || !gvk) throw notFound(version, resource);
    session.out(header(gvk));
    const text = explain(document, gvk, path, flags.is('recursive'));
    if (text === undefined) throw mistake(`field ${JSON.stringify(path.at(-1))} does not exist`);
    session.out(`${text}\n`);
    return 0;
  },
};

/** `deployments.apps.spec.replicas`: the longest beginning that names a resource, and the fields behind it. */
function readWhat(what: string): { resource: Resource; path: string[] } {
  const parts = what.split('.');
  for (let length = parts.length; length > 0; length--) {
    const resource = resourceByAnyName(parts.slice(0, length).join('.'));
    if (resource) return { resource, path: parts.slice(length).filter(Boolean) };
  }
  throw new CommandError(`the server doesn't have a resource type "${parts[0]}"\n`);
}

const notFound = (version: string, { plural }: Resource): CommandError =>
  mistake(`couldn't find resource for "${version.includes('/') ? '' : '/'}${version}, Resource=${plural}"`);

async function documentOf(session: Session, version: string, resource: Resource): Promise<Document> {
  const name = version.includes('/') ? `apis/${version}` : `api/${version}`;
  const index = await askJson<{ paths: Record<string, { serverRelativeURL: string }> }>(session, '/openapi/v3');
  const url = index.paths[name]?.serverRelativeURL;
  if (url === undefined) throw notFound(version, resource);
  return askJson<Document>(session, url);
}

/** The kind that the server gives at the resource's URL. */
function kindOf({ paths }: Document, resource: Resource): GroupVersionKind | undefined {
  const path = Object.keys(paths).find((one) => one.endsWith(`/${resource.plural}`) && !one.includes('/watch/'));
  return path === undefined ? undefined : paths[path]?.get?.['x-kubernetes-group-version-kind'];
}
