import type { IngressBackend, IngressSpec } from '../../api/objects.ts';

/** One path of a rule, and whose it is. */
export interface IngressRoute {
  /** Key of the Ingress, `namespace/name`. */
  ingress: string;
  /** Absent: any host. `*.example.com` stands for exactly one label in front. */
  host?: string;
  /** Absent: a rule without paths, which still claims its host. */
  path?: string;
  exact: boolean;
  backend?: IngressBackend;
}

/** The routes of an Ingress. ImplementationSpecific paths are prefixes, as in nginx. */
export function routesOf(ingress: string, spec: IngressSpec): IngressRoute[] {
  return (spec.rules ?? []).flatMap(({ host, http }): IngressRoute[] => {
    const whose = { ingress, ...(host && { host }) };
    if (!http?.paths.length) return [{ ...whose, exact: false }];
    return http.paths.map(({ path = '/', pathType, backend }) => ({
      ...whose,
      path: path || '/',
      exact: pathType === 'Exact',
      backend,
    }));
  });
}

/**
 * The route that a request takes. The host is settled first: the exact host, then a wildcard, then rules without host.
 * Among the routes of that host Exact goes before Prefix and the longer path before the shorter; 'host only' where
 * none of its paths fits, undefined where no rule is for this host. Source: the Ingress API's rules, by the convention
 * of recordings/functions for what they leave open.
 */
export function matchRoute(
  routes: readonly IngressRoute[],
  host: string,
  path: string,
): { route: IngressRoute; fits: boolean } | undefined {
  const wildcard = `*${host.slice(host.indexOf('.'))}`;
  const levels = [
    routes.filter((route) => route.host === host),
    host.includes('.') ? routes.filter((route) => route.host === wildcard) : [],
    routes.filter((route) => route.host === undefined),
  ];
  const level = levels.find((candidates) => candidates.length > 0);
  const [first] = level ?? [];
  if (!level || !first) return undefined;
  let best: IngressRoute | undefined;
  for (const route of level) {
    if (matchesPath(route, path) && (!best || goesBefore(route, best))) best = route;
  }
  return best ? { route: best, fits: true } : { route: first, fits: false };
}

function matchesPath({ path: rule, exact }: IngressRoute, path: string): boolean {
  if (rule === undefined) return false;
  if (exact) return rule === path;
  const prefix = rule.replace(/\/+$/, '');
  return path === prefix || path.startsWith(`${prefix}/`) || (prefix === '' && path === '');
}

const lengthOf = ({ path = '' }: IngressRoute): number => path.replace(/\/+$/, '').length;

function goesBefore(a: IngressRoute, b: IngressRoute): boolean {
  if (a.exact !== b.exact) return a.exact;
  return lengthOf(a) > lengthOf(b);
}

/** The backend that answers a request by one Ingress alone; undefined: none, which is a 404. */
export function backendFor(spec: IngressSpec, host: string, path: string): IngressBackend | undefined {
  const match = matchRoute(routesOf('', spec), host, path);
  return match?.fits ? match.route.backend : spec.defaultBackend;
}
