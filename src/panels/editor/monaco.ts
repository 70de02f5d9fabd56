import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/esm/vs/editor/edcore.main.js';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker?worker';
import 'monaco-editor/esm/vs/basic-languages/yaml/yaml.contribution.js';
import { configureMonacoYaml } from 'monaco-yaml';
import openapi from '../../api/generated/openapi.json';
import { manifestSchema } from './schema.ts';
import YamlWorker from './yaml.worker.ts?worker';

// Bundled with the page: the loader's own way is to fetch Monaco from elsewhere, which must never happen.
self.MonacoEnvironment = {
  getWorker: (_moduleId, label) => (label === 'yaml' ? new YamlWorker() : new EditorWorker()),
};
loader.config({ monaco });

configureMonacoYaml(monaco, {
  enableSchemaRequest: false,
  format: { enable: false },
  // Completion and descriptions only: what is wrong with a text is said by the API server, in its own words.
  validate: false,
  schemas: [
    {
      uri: 'podarium://kubernetes.json',
      fileMatch: ['**/*.yaml'],
      schema: manifestSchema(openapi.definitions as never),
    },
  ],
});

monaco.editor.defineTheme('podarium-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: [],
  colors: { 'editor.background': '#00000000' },
});
monaco.editor.defineTheme('podarium-light', {
  base: 'vs',
  inherit: true,
  rules: [],
  colors: { 'editor.background': '#00000000' },
});

export { monaco };
