import { orNone } from './printer.ts';

/** `app=web,tier=front`, keys sorted; `<none>` without labels. Source: apimachinery labels.FormatLabels. */
export function formatLabels(labels: Record<string, string> | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return orNone(pairs.sort().join(','));
}
