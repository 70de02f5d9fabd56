import { type Quantity, quantityOf } from '../../../api/quantity.ts';
import type { Milliseconds } from '../../world/queue.ts';
import type { FsStats, MemoryStats, Summary } from './stats.ts';

export type Signal =
  | 'memory.available'
  | 'allocatableMemory.available'
  | 'nodefs.available'
  | 'nodefs.inodesFree'
  | 'imagefs.available'
  | 'imagefs.inodesFree'
  | 'containerfs.available'
  | 'containerfs.inodesFree'
  | 'pid.available';

export type PressureCondition = 'MemoryPressure' | 'DiskPressure' | 'PIDPressure';
export type StarvedResource = 'memory' | 'ephemeral-storage' | 'inodes' | 'pids';

/** Which condition and resource a signal is about. Source: signalToNodeCondition, signalToResource of helpers.go. */
export const signals: Record<Signal, { condition: PressureCondition; resource: StarvedResource }> = {
  'memory.available': { condition: 'MemoryPressure', resource: 'memory' },
  'allocatableMemory.available': { condition: 'MemoryPressure', resource: 'memory' },
  'nodefs.available': { condition: 'DiskPressure', resource: 'ephemeral-storage' },
  'nodefs.inodesFree': { condition: 'DiskPressure', resource: 'inodes' },
  'imagefs.available': { condition: 'DiskPressure', resource: 'ephemeral-storage' },
  'imagefs.inodesFree': { condition: 'DiskPressure', resource: 'inodes' },
  'containerfs.available': { condition: 'DiskPressure', resource: 'ephemeral-storage' },
  'containerfs.inodesFree': { condition: 'DiskPressure', resource: 'inodes' },
  'pid.available': { condition: 'PIDPressure', resource: 'pids' },
};

export const isSignal = (text: string): text is Signal => Object.hasOwn(signals, text);

export interface Observation {
  available: Quantity;
  capacity: Quantity;
  /** When it was measured. */
  at: Milliseconds;
}
export type Observations = Partial<Record<Signal, Observation>>;

const bytes = (amount: number): Quantity => quantityOf(amount, 'BinarySI');
const count = (amount: number): Quantity => quantityOf(amount, 'DecimalSI');

/** What the signals say by one measurement of the node. Source: makeSignalObservations. */
export function observe({ node }: Summary, at: Milliseconds): Observations {
  const observations: Observations = {};
  const addMemory = (signal: Signal, { availableBytes, workingSetBytes }: MemoryStats = {}) => {
    if (availableBytes === undefined || workingSetBytes === undefined) return;
    observations[signal] = { available: bytes(availableBytes), capacity: bytes(availableBytes + workingSetBytes), at };
  };
  const addFs = (name: 'nodefs' | 'imagefs' | 'containerfs', fs: FsStats = {}) => {
    const { availableBytes, capacityBytes, inodes, inodesFree } = fs;
    if (availableBytes !== undefined && capacityBytes !== undefined)
      observations[`${name}.available`] = { available: bytes(availableBytes), capacity: bytes(capacityBytes), at };
    if (inodes !== undefined && inodesFree !== undefined)
      observations[`${name}.inodesFree`] = { available: count(inodesFree), capacity: count(inodes), at };
  };
  addMemory('memory.available', node.memory);
  addMemory('allocatableMemory.available', node.systemContainers?.find(({ name }) => name === 'pods')?.memory);
  addFs('nodefs', node.fs);
  addFs('imagefs', node.runtime?.imageFs);
  addFs('containerfs', node.runtime?.containerFs);
  const { maxpid, curproc } = node.rlimit ?? {};
  if (maxpid !== undefined && curproc !== undefined)
    observations['pid.available'] = { available: count(maxpid - curproc), capacity: count(maxpid), at };
  return observations;
}
