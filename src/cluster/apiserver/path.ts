import { type Resource, resources } from '../../api/resources.ts';

/** What a URL path names: a resource, all of it or of a namespace, one object, or a part of one. */
export interface Place {
  resource: Resource;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** A path taken apart, its query by name (the last of several). Percent signs that stand for nothing are themselves. */
export function splitPath(path: string): { path: string; query: ReadonlyMap<string, string> } {
  const [before = '', after = ''] = path.split('?', 2);
  const pairs = after.split('&').filter(Boolean);
  return {
    path: before,
    query: new Map(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decode(name), decode(value.join('='))];
      }),
    ),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/**
 * What a path under `/api` or `/apis` names, if it is served. A namespace is an object and holds others: a word behind
 * its name is a resource, where there is one of that name, else a part of it. Source: apiserver request.RequestInfoFactory.
 */
export function placeAt(path: string): Place | undefined {
  const [root, ...words] = path.split('/').filter(Boolean).map(decode);
  const group = root === 'apis' ? words.shift() : root === 'api' ? '' : undefined;
  const version = words.shift();
  const served = resources.filter((resource) => resource.group === group && resource.version === version);
  const named = (plural: string | undefined) => served.find((resource) => resource.plural === plural);
  const inNamespace = words[0] === 'namespaces' ? named(words[2]) : undefined;
  const [, namespace = ''] = words;
  const rest = words[0] === 'namespaces' && (inNamespace || group) ? words.slice(2) : words;
  const [plural, name, subresource, ...more] = rest;
  const resource = named(plural);
  if (!resource || more.length > 0) return undefined;
  if (rest !== words && !resource.namespaced) return undefined;
  if (rest === words && resource.namespaced && name !== undefined) return undefined;
  return {
    resource,
    ...(rest !== words && { namespace }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
  };
}
