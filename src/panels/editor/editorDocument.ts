import type { KubernetesObject } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { type ClusterState, fieldOfResource } from '../../store/cluster.ts';
import { nameOf } from './applyDocuments.ts';
import type { Draft } from './drafts.ts';
import { editable, toYaml } from './liveManifest.ts';

/** What the editor shows: a live object, or a new manifest, with what the user has typed over it. */
export interface EditorDocument {
  /** `pods/default/web`, or `new/1`. */
  id: string;
  text: string;
  /** Absent for a manifest, and for an object that is gone. */
  live: KubernetesObject | undefined;
  /** The live object's text. */
  liveText: string | undefined;
  draft: Draft | undefined;
  /** Whether there is something that the cluster does not have. */
  isUnapplied: boolean;
  /** Whether the object was changed in the cluster after the user began. */
  hasMoved: boolean;
}

/** The id of an object's document. */
export function documentId(resource: string, key: string): string {
  return `${resource}/${key}`;
}

/** Whether an id is of a new manifest, and its number. */
export function manifestNumber(id: string): string | undefined {
  return id.startsWith('new/') ? id.slice(4) : undefined;
}

/** The document as it stands, out of the cluster and the drafts. */
export function editorDocument(
  id: string,
  cluster: ClusterState,
  drafts: Readonly<Record<string, Draft>>,
): EditorDocument {
  const draft = drafts[id];
  const live = liveObject(id, cluster);
  const liveText = live && toYaml(editable(live));
  const text = draft?.text ?? liveText ?? '';
  const isUnapplied = draft !== undefined && draft.text !== draft.applied && draft.text !== liveText;
  const hasMoved = Boolean(isUnapplied && draft?.original && liveText && liveText !== toYaml(draft.original));
  return { id, text, live, liveText, draft, isUnapplied, hasMoved };
}

function liveObject(id: string, cluster: ClusterState): KubernetesObject | undefined {
  if (manifestNumber(id)) return undefined;
  const slash = id.indexOf('/');
  const field = fieldOfResource[id.slice(0, slash)];
  return field && cluster[field].get(id.slice(slash + 1));
}

/** kubectl's name of the object of a document, for the three-way patch of an edit: `pod/web`. */
export function kubectlName(id: string): string | undefined {
  if (manifestNumber(id)) return undefined;
  const [resource = '', ...key] = id.split('/');
  return nameOf(resourceOf(resource), key.at(-1) ?? '');
}
