import { configMapPrinter } from './configMap.ts';
import { deploymentPrinter } from './deployment.ts';
import { endpointSlicePrinter } from './endpointSlice.ts';
import { eventPrinter } from './event.ts';
import { ingressPrinter } from './ingress.ts';
import { ingressClassPrinter } from './ingressClass.ts';
import { leasePrinter } from './lease.ts';
import { namespacePrinter } from './namespace.ts';
import { nodePrinter } from './node.ts';
import { podPrinter } from './pod.ts';
import type { Printer } from './printer.ts';
import { replicaSetPrinter } from './replicaSet.ts';
import { secretPrinter } from './secret.ts';
import { servicePrinter } from './service.ts';
import { serviceAccountPrinter } from './serviceAccount.ts';

/** One printer for each kind of src/api/resources.ts. */
export const printers: readonly Printer[] = [
  podPrinter,
  deploymentPrinter,
  replicaSetPrinter,
  servicePrinter,
  nodePrinter,
  namespacePrinter,
  configMapPrinter,
  secretPrinter,
  serviceAccountPrinter,
  eventPrinter,
  endpointSlicePrinter,
  ingressPrinter,
  ingressClassPrinter,
  leasePrinter,
];

const byKind = new Map(printers.map((printer) => [printer.kind, printer]));

/** The printer of a kind; throws for one that has none, which is a mistake in the program. */
export function printerOf(kind: string): Printer {
  const printer = byKind.get(kind);
  if (!printer) throw new Error(`no printer for ${kind}`);
  return printer;
}
