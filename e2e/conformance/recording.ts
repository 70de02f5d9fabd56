/** As much of a recording as is compared. */
export interface Recorded {
  scenario: {
    name: string;
    for: string | number;
    environment?: { runtime?: string };
    reference?: boolean;
    steps: unknown[];
  };
  namespace: string;
  commands: { kubectl: string; stdout: string; stderr: string; exit: number }[];
  table: { t: number; type: string; name: string; ready: string; status: string; restarts: string }[];
  watch: { object: WatchedObject }[];
  final: Record<string, FinalObject[]>;
}

export interface WatchedObject {
  kind: string;
  metadata?: { name?: string; ownerReferences?: { kind: string; name: string }[] };
  /** Of Events. */
  type?: string;
  reason?: string;
  message?: string;
  note?: string;
  involvedObject?: { kind: string; name: string };
  regarding?: { kind: string; name: string };
  source?: { component?: string };
  reportingComponent?: string;
}

export interface FinalObject {
  metadata: { name: string; deletionTimestamp?: string };
  status?: { phase?: string; conditions?: string | { type: string; status: string }[] };
  /** Of EndpointSlices. */
  ports?: unknown;
  endpoints?: (string | { conditions?: unknown })[] | null;
}

/** On hollow nodes what containers do is an artefact of the fake runtime: only STATUS counts there, and no event of the kubelet. */
export function isHollow({ scenario }: Recorded): boolean {
  return /^hollow/.test(scenario.environment?.runtime ?? '');
}
