import { api } from './api.ts';
import { kubelet } from './kubelet.ts';
import type { Benchmark } from './measure.ts';
import { page } from './page.ts';
import { rollout } from './rollout.ts';
import { scale } from './scale.ts';
import { schedule } from './schedule.ts';
import { seekBenchmark } from './seek.ts';

/** All benchmarks, by the names that `podarium bench NAME...` takes. */
export const benchmarks: readonly Benchmark[] = [rollout, kubelet, schedule, scale, seekBenchmark, api, page];
