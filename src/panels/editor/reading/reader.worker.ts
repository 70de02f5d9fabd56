import { explainProblems } from './explain.ts';
import { readManifest } from './read.ts';
import type { Question } from './reader.ts';

self.onmessage = ({ data: { id, question } }: MessageEvent<{ id: number; question: Question }>) => {
  const answer =
    question.ask === 'read' ? readManifest(question.text) : explainProblems(question.source, question.problems);
  self.postMessage({ id, answer });
};
