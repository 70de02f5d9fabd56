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
  try {
    for (const document of splitYaml(text)) {
      const value = readYaml(document);
      if (value !== null) values.push(value);
    }
    return { values };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const isSeparator = error instanceof SeparatorError;
    return { values, error: isSeparator ? error.message : `error converting YAML to JSON: ${error.message}` };
  }
}

class SeparatorError extends YamlError {}

/**
 * The documents between lines that begin with `---`. A separator before the first line of a document is a part of it, so
 * that its lines are counted from there.
 */
export function* splitYaml(text: string): Generator<string> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let document: string[] = [];
  for (const [index, full] of lines.entries()) {
    const line = index < lines.length - 1 || text.endsWith('\n') ? full.replace(/\r$/, '') : full;
    if (line.startsWith('---')) {
      const behind = line.slice(3).trim();
      if (behind !== '' && !behind.startsWith('#'))
        throw new SeparatorError(`invalid Yaml document separator: ${behind}`, { line: index, column: 0 });
      if (document.length > 0) {
        yield `${document.join('\n')}\n`;
        document = [];
        continue;
      }
    }
    document.push(line);
  }
  if (document.length > 0) yield `${document.join('\n')}\n`;
}
