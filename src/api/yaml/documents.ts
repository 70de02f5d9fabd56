import { endOfJson, JsonError } from '../json/scan.ts';
import { byteLength } from '../names.ts';
import { YamlError } from './error.ts';
import { readYaml } from './read.ts';

/** A manifest taken apart: the documents up to the first that cannot be read, and what is wrong with that one. */
export interface Documents {
  /** Without the empty ones. */
  values: unknown[];
  error?: string;
}

/** So many bytes are looked at to tell JSON from YAML. */
const peekedBytes = 4096;

/** White space in Go's sense, which knows more of it than JSON. */
const space = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/;

/**
 * The documents of a text as kubectl reads them: JSON values one behind the other, or YAML with `---` between. What
 * begins as JSON and is none is read as YAML; if that fails too, the error is that of JSON.
 * Source: k8s.io/apimachinery util/yaml YAMLOrJSONDecoder.
 */
export function readDocuments(text: string): Documents {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  const start = content.slice(0, peekedBytes).replace(space, '');
  return start.startsWith('{') ? readJson(content) : readYamlDocuments(content);
}

function readJson(text: string): Documents {
  const values: unknown[] = [];
  let position = 0;
  try {
    for (;;) {
      const end = endOfJson(text, position);
      if (end === undefined) return { values };
      values.push(JSON.parse(text.slice(position, end)));
      position = end;
    }
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    // After two values it is JSON without a doubt.
    if (values.length > 1) return { values, error: error.message };
    const offset = error.at === undefined ? '' : `json: offset ${byteLength(text.slice(0, error.at)) + 1}: `;
    const { read, rest } = readRest(text.slice(position), `${offset}${error.message}`);
    return { ...rest, values: [...values, ...read].filter((value) => value !== null) };
  }
}

/** Reads as YAML what is no JSON. Its first document decides whether it is YAML: else the error of JSON stands. */
function readRest(text: string, jsonError: string): { read: unknown[]; rest: { error?: string } } {
  const rest = text.replace(/^[^\S\n]*\n?/, '');
  const { values, error } = byteLength(rest) < 4 ? { values: [], error: jsonError } : readYamlDocuments(rest);
  if (error === undefined) return { read: values, rest: {} };
  return { read: values, rest: { error: values.length > 0 ? error : jsonError } };
}

function readYamlDocuments(text: string): Documents {
  const values: unknown[] = [];
  const { documents, error } = splitYaml(text);
  try {
    for (const document of documents) {
      const value = readYaml(document.text);
      if (value !== null) values.push(value);
    }
    return error ? { values, error: error.message } : { values };
  } catch (fault) {
    if (!(fault instanceof YamlError)) throw fault;
    return { values, error: `error converting YAML to JSON: ${fault.message}` };
  }
}

/** One document of several. */
export interface SplitDocument {
  text: string;
  /** How many lines stand before it. */
  linesBefore: number;
}

/**
 * The documents between lines that begin with `---`, up to one that is no proper separator. A separator before the first
 * line of a document is a part of it, so that its lines are counted from there. Source: util/yaml YAMLReader.
 */
export function splitYaml(text: string): { documents: SplitDocument[]; error?: YamlError } {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const documents: SplitDocument[] = [];
  let current: string[] = [];
  const close = (end: number): void => {
    if (current.length > 0) documents.push({ text: `${current.join('\n')}\n`, linesBefore: end - current.length });
    current = [];
  };
  for (const [index, full] of lines.entries()) {
    const hasBreak = index < lines.length - 1 || text.endsWith('\n');
    const line = hasBreak ? full.replace(/\r$/, '') : full;
    const isSeparator = line.startsWith('---');
    const behind = line.slice(3).trim();
    if (isSeparator && behind !== '' && !behind.startsWith('#'))
      return {
        documents,
        error: new YamlError(`invalid Yaml document separator: ${behind}`, { line: index, column: 0 }),
      };
    if (isSeparator && current.length > 0) close(index);
    else current.push(line);
  }
  close(lines.length);
  return { documents };
}
