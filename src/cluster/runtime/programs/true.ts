import { simple } from './simple.ts';

export const trueProgram = simple(() => 0, { inShell: true });
export const falseProgram = simple(() => 1, { inShell: true });
