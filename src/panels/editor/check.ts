import type { ClusterClient } from '../../client/client.ts';
import { type Applied, applyDocuments, type Base } from './applyDocuments.ts';
import type { Checked } from './marks.ts';
import { readDocuments } from './reading/reader.ts';

/** Answers that hold whatever else is in the cluster: the object itself is wrong. */
const lasting = [400, 422];

/**
 * What the API server would say of a text: every document is tried in a dry run. Of a manifest of several documents the
 * later ones may need the earlier ones (a namespace, an account), which a dry run does not make: of them only what is
 * wrong with the document itself is told.
 */
export async function checkText(
  client: ClusterClient,
  text: string,
  signal: AbortSignal,
  base?: Base,
): Promise<Checked> {
  const { documents, errors } = await readDocuments(text);
  if (signal.aborted) return { errors, documents, applied: [] };
  const applied = await applyDocuments(client, documents, { base, dryRun: true, signal });
  const isTold = ({ outcome }: Applied, index: number) =>
    index === 0 || typeof outcome === 'string' || lasting.includes(outcome.code);
  return { errors, documents, applied: applied.filter(isTold) };
}
