import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { IngressSpec } from '../../../src/api/objects.ts';
import { backendFor } from '../../../src/cluster/network/ingress.ts';

interface IngressCase {
  name: string;
  in: { ingressSpec: IngressSpec; host: string; path: string };
  out: { backend: string | null };
}

const cases: IngressCase[] = JSON.parse(
  readFileSync(new URL('../recordings/functions/ingress.json', import.meta.url), 'utf8'),
);

describe('ingress routing, as worked out from the rules of the API', () => {
  it.each(cases)('$name', ({ in: { ingressSpec, host, path }, out }) => {
    expect(backendFor(ingressSpec, host, path)?.service?.name ?? null).toBe(out.backend);
  });
});
