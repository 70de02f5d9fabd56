import { parseDuration } from '../../../api/cron/duration.ts';
import {
  addQuantities,
  compareQuantities,
  parseQuantity,
  type Quantity,
  QuantityError,
  quantityOf,
  quantityText,
  quantityValue,
} from '../../../api/quantity.ts';
import { isSignal, type Observations, type PressureCondition, type Signal, signals } from './signals.ts';

/** An amount, or a part of the capacity: 0.15 as a 32-bit number. */
export type ThresholdValue = { quantity: Quantity } | { percentage: number };

export interface Threshold {
  signal: Signal;
  value: ThresholdValue;
  /** 0 for a hard threshold. */
  gracePeriodSeconds: number;
  minReclaim?: ThresholdValue;
}

/** The kubelet's configuration about eviction: texts by signal, as in KubeletConfiguration. */
export interface EvictionTexts {
  enforceNodeAllocatable?: readonly string[];
  evictionHard?: Record<string, string> | null;
  evictionSoft?: Record<string, string> | null;
  evictionSoftGracePeriod?: Record<string, string> | null;
  evictionMinimumReclaim?: Record<string, string> | null;
}

/** Why a configuration is not accepted. */
class ThresholdError extends Error {}

function fail(message: string): never {
  throw new ThresholdError(message);
}

/** Reads the configuration. Gives the text of the kubelet's error where it would not start. Source: helpers.go. */
export function parseThresholds(texts: EvictionTexts): Threshold[] | { error: string } {
  try {
    const hard = statements(texts.evictionHard);
    const soft = statements(texts.evictionSoft);
    const graces = gracePeriods(texts.evictionSoftGracePeriod);
    const reclaims = minimumReclaims(texts.evictionMinimumReclaim);
    for (const { signal } of soft)
      if (!graces.has(signal)) fail(`grace period must be specified for the soft eviction threshold ${signal}`);
    const all = [
      ...hard.map((one): Threshold => ({ ...one, gracePeriodSeconds: 0 })),
      ...soft.map((one): Threshold => ({ ...one, gracePeriodSeconds: graces.get(one.signal) ?? 0 })),
    ].map((threshold) => {
      const minReclaim = reclaims.get(threshold.signal);
      return minReclaim ? { ...threshold, minReclaim } : threshold;
    });
    // What Pods together may use is watched by the same rule as the node's memory, where it is enforced at all.
    const copies = texts.enforceNodeAllocatable?.includes('pods')
      ? all.filter(({ signal, gracePeriodSeconds }) => signal === 'memory.available' && gracePeriodSeconds === 0)
      : [];
    return [...all, ...copies.map((copy): Threshold => ({ ...copy, signal: 'allocatableMemory.available' }))];
  } catch (error) {
    if (error instanceof ThresholdError || error instanceof QuantityError) return { error: error.message };
    throw error;
  }
}

const entries = (texts: Record<string, string> | null | undefined) => Object.entries(texts ?? {}).sort();

function signalOf(name: string): Signal {
  return isSignal(name) ? name : fail(`unsupported eviction signal ${name}`);
}

function percentageOf(text: string): number {
  const number = text.replace(/%+$/, '');
  if (number === '' || Number.isNaN(Number(number)))
    fail(`strconv.ParseFloat: parsing ${JSON.stringify(number)}: invalid syntax`);
  return Math.fround(Math.fround(Number(number)) / 100);
}

function statements(texts: Record<string, string> | null | undefined): Pick<Threshold, 'signal' | 'value'>[] {
  return entries(texts).flatMap(([name, text]): Pick<Threshold, 'signal' | 'value'>[] => {
    const signal = signalOf(name);
    if (text === '0%' || text === '100%') return [];
    if (text.endsWith('%')) {
      const percentage = percentageOf(text);
      if (percentage < 0) fail(`eviction percentage threshold ${name} must be >= 0%: ${text}`);
      if (percentage > 1) fail(`eviction percentage threshold ${name} must be <= 100%: ${text}`);
      return [{ signal, value: { percentage } }];
    }
    const quantity = parseQuantity(text);
    if (quantity.unscaled <= 0n) fail(`eviction threshold ${name} must be positive: ${quantityText(quantity)}`);
    return [{ signal, value: { quantity } }];
  });
}

function gracePeriods(texts: Record<string, string> | null | undefined): Map<Signal, number> {
  return new Map(
    entries(texts).map(([name, text]) => {
      const signal = signalOf(name);
      const duration = parseDuration(text);
      if (typeof duration === 'string') fail(duration);
      if (duration < 0) fail(`invalid eviction grace period specified: ${text}, must be a positive value`);
      return [signal, duration];
    }),
  );
}

function minimumReclaims(texts: Record<string, string> | null | undefined): Map<Signal, ThresholdValue> {
  return new Map(
    entries(texts).map(([name, text]): [Signal, ThresholdValue] => {
      const signal = signalOf(name);
      if (text.endsWith('%')) {
        const percentage = percentageOf(text);
        if (percentage <= 0) fail(`eviction percentage minimum reclaim ${name} must be positive: ${text}`);
        return [signal, { percentage }];
      }
      const quantity = parseQuantity(text);
      if (quantity.unscaled < 0n) fail(`negative eviction minimum reclaim specified for ${name}`);
      return [signal, { quantity }];
    }),
  );
}

/** The amount that a threshold means with a capacity: percentages are of 32 bits, cut to whole units. */
export function thresholdQuantity(value: ThresholdValue, capacity: Quantity): Quantity {
  if ('quantity' in value) return value.quantity;
  return quantityOf(Math.trunc(Number(quantityValue(capacity)) * value.percentage), 'BinarySI');
}

/** Those of the thresholds that are met: less is there. With `enforceMinReclaim`, less than with the reclaim on top. */
export function thresholdsMet(
  thresholds: readonly Threshold[],
  observations: Observations,
  enforceMinReclaim: boolean,
): Threshold[] {
  return thresholds.filter(({ signal, value, minReclaim }) => {
    const observed = observations[signal];
    if (!observed) return false;
    let quantity = thresholdQuantity(value, observed.capacity);
    if (enforceMinReclaim && minReclaim)
      quantity = addQuantities(quantity, thresholdQuantity(minReclaim, observed.capacity));
    return compareQuantities(quantity, observed.available) > 0;
  });
}

/** The conditions that thresholds make, each once. */
export function conditionsOf(thresholds: readonly Threshold[]): PressureCondition[] {
  return [...new Set(thresholds.map(({ signal }) => signals[signal].condition))];
}
