import type { TrafficRequest } from '../cluster/network/state.ts';

/** Requests and errors per second of virtual time. */
export interface Rate {
  requests: number;
  errors: number;
}

/** Over so many virtual milliseconds up to now. */
export const rateWindow = 4000;

/** By box id (`client/...`, `ingress/...`, `service/...`), how many requests came through it lately. */
export function ratesAt(requests: Iterable<TrafficRequest>, now: number): Map<string, Rate> {
  const rates = new Map<string, Rate>();
  const each = 1000 / rateWindow;
  for (const request of requests) {
    if (request.sentAt > now || request.sentAt <= now - rateWindow) continue;
    const failed = request.status === 0 || request.status >= 400;
    const through = new Set(request.hops.filter((hop) => hop.kind !== 'pod').map((hop) => `${hop.kind}/${hop.key}`));
    through.add(`client/${request.client}`);
    for (const id of through) {
      const rate = rates.get(id) ?? { requests: 0, errors: 0 };
      rate.requests += each;
      if (failed) rate.errors += each;
      rates.set(id, rate);
    }
  }
  return rates;
}

/** A rate in a few characters: `0.5`, `12`, `340`, `1.2k`. */
export function shortNumber(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(value >= 10_000 ? 0 : 1)}k`;
  return value >= 10 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
}
