import { createPipe } from '../processes/descriptors.ts';
import type { Outcome } from '../processes/program.ts';
import type { Descriptor } from '../state.ts';
import { beginExpansion, expandToFields, expandToPattern, expandToText, finishExpansion } from './expand.ts';
import { complain, enter, exitShell, fork, nodeOf, pop, settle } from './frames.ts';
import { assign, type FrameOf, type Shell } from './memory.ts';
import { matchPattern } from './pattern.ts';
import { redirect } from './redirect.ts';
import { incomplete } from './substitution.ts';

/** What comes of going on with a frame: the shell has to wait, or it does not. */
export type Step = Outcome | undefined;

export function list(shell: Shell, frame: FrameOf<'list'>): Step {
  const { items } = nodeOf<'list'>(shell, frame);
  const item = items[frame.next++];
  if (frame.next >= items.length) pop(shell);
  if (!item) {
    shell.memory.status = 0;
    return undefined;
  }
  if (item.background) return background(shell, frame.script, item.node);
  enter(shell, frame.script, item.node);
  return undefined;
}

function background(shell: Shell, script: number, node: number): Step {
  const { memory, process } = shell;
  const child = fork(shell, { script, node }, [[0, { type: 'null' }]]);
  if (!child) return undefined;
  memory.jobs = memory.jobs.filter((job) => process.ended.has(job) || shell.machine.container.processes.has(job));
  memory.jobs.push(child.id);
  memory.lastJob = child.id;
  memory.status = 0;
  return undefined;
}

export function conditional(shell: Shell, frame: FrameOf<'conditional'>): Step {
  const { first, rest } = nodeOf<'conditional'>(shell, frame);
  if (frame.next === 0) {
    frame.next = 1;
    enter(shell, frame.script, first);
    return undefined;
  }
  for (let item = rest[frame.next - 1]; item; item = rest[frame.next - 1]) {
    frame.next++;
    if ((item.operator === '&&') === (shell.memory.status === 0)) {
      if (frame.next > rest.length) pop(shell);
      enter(shell, frame.script, item.node);
      return undefined;
    }
  }
  pop(shell);
  return undefined;
}

export function pipeline(shell: Shell, frame: FrameOf<'pipeline'>): Step {
  const { negated, commands } = nodeOf<'pipeline'>(shell, frame);
  const { memory, process } = shell;
  const [only] = commands;
  if (commands.length === 1 && only !== undefined) {
    if (!frame.entered) {
      frame.entered = true;
      enter(shell, frame.script, only);
      return undefined;
    }
    pop(shell);
    if (negated) memory.status = memory.status === 0 ? 1 : 0;
    return undefined;
  }
  frame.children ??= startPipeline(shell, frame.script, commands);
  if (!memory.frames.includes(frame)) return undefined;
  if (frame.children.some((child) => !process.ended.has(child))) return { wait: { for: 'child' } };
  const statuses = frame.children.map((child) => process.ended.get(child) ?? 0);
  for (const child of frame.children) process.ended.delete(child);
  pop(shell);
  const failed = memory.options.includes('p') ? statuses.findLast((status) => status !== 0) : undefined;
  const status = failed ?? statuses.at(-1) ?? 0;
  settleUnless(shell, negated, status);
  return undefined;
}

function settleUnless(shell: Shell, negated: boolean, status: number): void {
  if (negated) shell.memory.status = status === 0 ? 1 : 0;
  else settle(shell, status);
}

function startPipeline(shell: Shell, script: number, commands: readonly number[]): number[] {
  const { container } = shell.machine;
  const children: number[] = [];
  let input: Descriptor | undefined;
  for (const [index, node] of commands.entries()) {
    const changes: [number, Descriptor][] = input ? [[0, input]] : [];
    if (index < commands.length - 1) {
      const pipe = createPipe(container);
      changes.push([1, { type: 'pipe', pipe, end: 'write' }]);
      input = { type: 'pipe', pipe, end: 'read' };
    }
    const child = fork(shell, { script, node }, changes);
    if (!child) return children;
    children.push(child.id);
  }
  return children;
}

export function redirected(shell: Shell, frame: FrameOf<'redirected'>): Step {
  const node = nodeOf<'redirected'>(shell, frame);
  if (frame.saved) {
    pop(shell);
    return undefined;
  }
  const expansion = beginExpansion(shell, frame.results);
  const targets = node.redirections.map(({ target }) => expandToText(expansion, target));
  if (incomplete(shell, frame, expansion)) return undefined;
  finishExpansion(expansion);
  const { saved, error } = redirect(shell, node.redirections, targets);
  frame.saved = saved;
  if (error) {
    complain(shell, error);
    pop(shell);
    settle(shell, 1);
    return undefined;
  }
  enter(shell, frame.script, node.body);
  return undefined;
}

export function branches(shell: Shell, frame: FrameOf<'if'>): Step {
  const node = nodeOf<'if'>(shell, frame);
  const branch = node.branches[frame.branch];
  if (frame.stage === 'test' && shell.memory.status === 0 && branch) {
    pop(shell);
    enter(shell, frame.script, branch.body);
    return undefined;
  }
  if (frame.stage === 'test') frame.branch++;
  const next = node.branches[frame.branch];
  if (next) {
    frame.stage = 'test';
    enter(shell, frame.script, next.condition);
    return undefined;
  }
  pop(shell);
  shell.memory.status = 0;
  if (node.otherwise !== undefined) enter(shell, frame.script, node.otherwise);
  return undefined;
}

export function forLoop(shell: Shell, frame: FrameOf<'for'>): Step {
  const node = nodeOf<'for'>(shell, frame);
  if (!frame.words) {
    const expansion = beginExpansion(shell, frame.results);
    frame.words = node.words?.flatMap((word) => expandToFields(expansion, word)) ?? [...shell.memory.positional];
    if (incomplete(shell, frame, expansion)) {
      delete frame.words;
      return undefined;
    }
    finishExpansion(expansion);
    shell.memory.status = 0;
  }
  const word = frame.words[frame.next++];
  if (word === undefined) {
    pop(shell);
    return undefined;
  }
  if (!assign(shell.memory, node.name, word)) {
    complain(shell, `${node.name}: is read only`);
    exitShell(shell, 2);
    return undefined;
  }
  enter(shell, frame.script, node.body);
  return undefined;
}

export function whileLoop(shell: Shell, frame: FrameOf<'while'>): Step {
  const node = nodeOf<'while'>(shell, frame);
  const { memory } = shell;
  if (frame.stage === 'test') {
    if ((memory.status === 0) === node.until) {
      pop(shell);
      memory.status = frame.status;
      return undefined;
    }
    frame.stage = 'body';
    enter(shell, frame.script, node.body);
    return undefined;
  }
  if (frame.stage === 'body') frame.status = memory.status;
  frame.stage = 'test';
  enter(shell, frame.script, node.condition);
  return undefined;
}

export function choice(shell: Shell, frame: FrameOf<'case'>): Step {
  const node = nodeOf<'case'>(shell, frame);
  const expansion = beginExpansion(shell, frame.results);
  const text = expandToText(expansion, node.word);
  let body: number | undefined;
  for (const item of node.items) {
    if (item.patterns.some((pattern) => matchPattern(expandToPattern(expansion, pattern), text))) body = item.body;
    if (body !== undefined || expansion.missing !== undefined) break;
  }
  if (incomplete(shell, frame, expansion)) return undefined;
  finishExpansion(expansion);
  pop(shell);
  shell.memory.status = 0;
  if (body !== undefined) enter(shell, frame.script, body);
  return undefined;
}

export function subshell(shell: Shell, frame: FrameOf<'subshell'>): Step {
  const { body } = nodeOf<'subshell'>(shell, frame);
  const { process, memory } = shell;
  // A child shell whose last thing this is needs no further child.
  if (memory.mayBecome && memory.frames.length === 1 && memory.traps.size === 0 && memory.shellProcess !== process.id) {
    pop(shell);
    enter(shell, frame.script, body);
    return undefined;
  }
  if (frame.child === undefined) {
    const child = fork(shell, { script: frame.script, node: body });
    if (!child) return undefined;
    frame.child = child.id;
  }
  const status = process.ended.get(frame.child);
  if (status === undefined) return { wait: { for: 'child', child: frame.child } };
  process.ended.delete(frame.child);
  pop(shell);
  settle(shell, status);
  return undefined;
}

export function defineFunction(shell: Shell, frame: FrameOf<'function'>): Step {
  const node = nodeOf<'function'>(shell, frame);
  shell.memory.functions.set(node.name, { script: frame.script, node: node.body });
  pop(shell);
  shell.memory.status = 0;
  return undefined;
}
