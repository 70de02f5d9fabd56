import { describe, expect, it } from 'vitest';
import { activePaths, labelOf, valueText } from './words.ts';

describe('a machine in words', () => {
  it('names the state with those around it', () => {
    expect(valueText({ waiting: 'CrashLoopBackOff' })).toBe('waiting · CrashLoopBackOff');
    expect(valueText({ worker: 'Syncing', phase: 'Running' })).toBe('worker Syncing, phase Running');
    expect(valueText('Pulled')).toBe('Pulled');
  });

  it('knows every state that it is in', () => {
    expect(activePaths({ worker: 'Syncing', phase: 'Running' })).toEqual(
      new Set(['', 'worker', 'worker.Syncing', 'phase', 'phase.Running']),
    );
  });

  it('writes events and guards as words', () => {
    const to = { from: 'running', to: 'terminated.OOMKilled' };
    expect(labelOf({ ...to, event: 'EXITED', guard: 'ranOutOfMemory' })).toEqual(['exited', '[ran out of memory]']);
    expect(labelOf({ ...to, event: 'IMAGE_PULL_BACKED_OFF' })).toEqual(['image pull backed off']);
  });
});
