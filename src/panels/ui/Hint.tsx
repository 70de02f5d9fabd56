import { cloneElement, type ReactElement } from 'react';

interface Properties {
  text: string;
  shortcut?: string | undefined;
  children: ReactElement<{ 'data-hint'?: string; 'data-shortcut'?: string | undefined }>;
}

/** Gives a thing a tooltip: its name and its key. `HintLayer` shows it. */
export function Hint({ text, shortcut, children }: Properties) {
  return cloneElement(children, { 'data-hint': text, 'data-shortcut': shortcut });
}
