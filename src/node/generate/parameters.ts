import type { Definitions } from './definitions.ts';

/** An OpenAPI document, as far as the generator looks at it. */
export interface Document {
  paths?: Record<string, Record<string, unknown>>;
  components?: { schemas?: Definitions };
}

interface Parameter {
  name: string;
  in: string;
}

/** The query parameters that all resources have, by name; what `patch` says otherwise of one, under `patch NAME`. */
export function queryParameters(documents: readonly Document[]): Record<string, Parameter> {
  const found: Record<string, Parameter> = {};
  const add = (prefix: string, parameters: readonly Parameter[] = []): void => {
    for (const parameter of parameters) if (parameter.in === 'query') found[prefix + parameter.name] ??= parameter;
  };
  const usual = /^(list|post|put|delete|deletecollection)$/;
  for (const { paths = {} } of documents)
    for (const path of Object.values(paths))
      for (const [method, operation] of Object.entries(path)) {
        const { 'x-kubernetes-action': action = '', parameters } = operation as Record<string, string & Parameter[]>;
        if (method === 'get' && action === 'list') add('', path.parameters as Parameter[]);
        if (usual.test(action)) add('', parameters);
        if (action === 'patch') add('patch ', parameters);
      }
  const isSame = (a: Parameter | undefined, b: Parameter) => JSON.stringify(a) === JSON.stringify(b);
  return Object.fromEntries(
    Object.entries(found).filter(([key, one]) => !key.startsWith('patch ') || !isSame(found[one.name], one)),
  );
}
