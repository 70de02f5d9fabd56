import type { Ingress } from '../objects.ts';
import { classAnnotation } from '../validation/ingress.ts';
import { quoted } from './go.ts';

/** Only a new Ingress is told. Source: pkg/registry/networking/ingress/strategy.go. */
export function warningsForIngress({ metadata, spec }: Ingress, old: Ingress | undefined): string[] {
  const isAnnotated = metadata?.annotations?.[classAnnotation] !== undefined;
  if (old || !isAnnotated || spec?.ingressClassName !== undefined) return [];
  return [`annotation ${quoted(classAnnotation)} is deprecated, please use 'spec.ingressClassName' instead`];
}
