import type { ObjectToWrite } from '../api/objects.ts';
import type { Resource } from '../api/resources.ts';
import { selects } from '../api/selectors/labels.ts';
import { parseLabelSelector } from '../api/selectors/parse.ts';
import { SelectorError } from '../api/selectors/requirement.ts';
import { readDocuments } from '../api/yaml/documents.ts';
import { mistake } from './errors.ts';
import type { FieldValidation } from './fieldValidation.ts';
import { type ReadFile, readFiles } from './files.ts';
import type { Given } from './flags.ts';
import { resourceNamed } from './mapping.ts';
import { type Problem, together } from './problem.ts';
import type { Session } from './session.ts';
import { decodeDocument, headerProblem, NoObject, textAt, withNamespace } from './unstructured.ts';

/** An object out of a file, and the file's name as messages say it (`STDIN` for `-`). */
export interface Manifest {
  source: string;
  resource: Resource;
  /** What the object says it is; almost always the resource's. */
  kind: string;
  name: string;
  namespace?: string;
  object: ObjectToWrite;
}

/**
 * A document that cannot be used, told when all others have been gone through. `isInStream`: found while the text was
 * read; such problems are told last, as one.
 */
export interface Unusable {
  problem: Problem;
  isInStream: boolean;
}

export type ManifestResult = Manifest | Unusable;

const inStream = (problem: Problem): Unusable => ({ problem, isInStream: true });

/** How manifests are read. `validation`: whether each must say what it is; commands that only take names ask for nothing. */
interface Reading {
  validation?: FieldValidation;
}

/** The objects of all `-f`, in order; lists are taken apart. A file that is missing ends the command. */
export function readManifests(session: Session, flags: Given, reading: Reading = {}): ManifestResult[] {
  const files = readFiles(session, flags.list('filename'), flags.is('recursive'));
  const isSelected = selection(flags.text('selector'));
  return files.flatMap((file) =>
    readFile(file, reading)
      .map((result) => ('problem' in result ? result : placed(session, result)))
      .filter((result) => 'problem' in result || isSelected(result.object)),
  );
}

/** Does something with each manifest; what cannot be done, and what could not be read, is gathered for the end. */
export async function visitManifests(
  results: readonly ManifestResult[],
  visit: (manifest: Manifest) => Promise<Problem | undefined>,
): Promise<Problem | undefined> {
  const own: Problem[] = [];
  const read: Problem[] = [];
  for (const result of results) {
    const problem = 'problem' in result ? result.problem : await visit(result);
    if (problem !== undefined) ('isInStream' in result && result.isInStream ? read : own).push(problem);
  }
  return together(read.length > 0 ? [...own, read] : own);
}

/** A document that is not valid ends its file, one that cannot be used does not. Source: cli-runtime StreamVisitor.Visit. */
function readFile({ source, text }: ReadFile, { validation = 'Ignore' }: Reading): ManifestResult[] {
  const { values, error } = readDocuments(text);
  const results: ManifestResult[] = [];
  for (const value of values) {
    const invalid = validation === 'Ignore' ? undefined : headerProblem(value);
    if (invalid !== undefined)
      return [
        ...results,
        inStream(
          `error validating "${source}": error validating data: ${invalid}; if you choose to ignore these errors, turn validation off with --validate=false`,
        ),
      ];
    results.push(...readDocument(source, value));
  }
  if (error !== undefined) results.push(inStream(`error parsing ${source}: ${error}`));
  return results;
}

function readDocument(source: string, value: unknown): ManifestResult[] {
  try {
    const { object, items } = decodeDocument(value);
    if (items && isKnown(object)) return readItems(source, items);
    return [manifestOf(source, object) ?? inStream(noMapping(source, object))];
  } catch (error) {
    if (error instanceof NoObject) return [inStream(`unable to decode "${source}": ${error.message}`)];
    throw error;
  }
}

/** Whether the server knows the kind; of `PodList` and the like it does, though no object is of them. */
function isKnown(list: ObjectToWrite): boolean {
  const kind = textAt(list, 'kind');
  const apiVersion = textAt(list, 'apiVersion');
  return [kind, kind.replace(/List$/, '')].some((name) => resourceNamed(apiVersion, name) !== undefined);
}

/** The items of a list; those that cannot be used are one problem. Source: cli-runtime FlattenListVisitor.Visit. */
function readItems(source: string, items: readonly ObjectToWrite[]): ManifestResult[] {
  const problems: Problem[] = [];
  const found: Manifest[] = [];
  for (const item of items) {
    const manifest = manifestOf(source, item);
    if (manifest) found.push(manifest);
    else problems.push(`unable to recognize ${noMatch(item)}`);
  }
  return problems.length > 0 ? [...found, inStream(problems)] : found;
}

function manifestOf(source: string, object: ObjectToWrite): Manifest | undefined {
  const kind = textAt(object, 'kind');
  const resource = resourceNamed(textAt(object, 'apiVersion'), kind);
  return resource && { source, resource, kind, name: textAt(object, 'metadata', 'name'), object };
}

const noMatch = (object: ObjectToWrite): string =>
  `no matches for kind "${textAt(object, 'kind')}" in version "${textAt(object, 'apiVersion')}"`;

function noMapping(source: string, object: ObjectToWrite): string {
  const [name, namespace] = [textAt(object, 'metadata', 'name'), textAt(object, 'metadata', 'namespace')];
  return `resource mapping not found for name: "${name}" namespace: "${namespace}" from "${source}": ${noMatch(object)}\nensure CRDs are installed first`;
}

/** Fills in the namespace, and refuses one that contradicts `--namespace`; takes it away where none belongs. */
function placed(session: Session, manifest: Manifest): ManifestResult {
  const { resource, object } = manifest;
  if (!resource.namespaced) return { ...manifest, object: withNamespace(object, undefined) };
  const own = textAt(object, 'metadata', 'namespace');
  if (own === '')
    return { ...manifest, namespace: session.namespace, object: withNamespace(object, session.namespace) };
  if (!session.namespaceGiven || own === session.namespace) return { ...manifest, namespace: own };
  return {
    problem: `the namespace from the provided object "${own}" does not match the namespace "${session.namespace}". You must pass '--namespace=${own}' to perform this operation.`,
    isInStream: false,
  };
}

/** Whether an object's labels are selected by `-l`. */
function selection(text: string | undefined): (object: ObjectToWrite) => boolean {
  if (!text) return () => true;
  try {
    const selector = parseLabelSelector(text);
    return ({ metadata }) => selects(selector, metadata?.labels);
  } catch (error) {
    if (error instanceof SelectorError) throw mistake(error.message);
    throw error;
  }
}
