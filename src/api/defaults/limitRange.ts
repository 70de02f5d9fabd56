import type { LimitRange, LimitRangeItem } from '../objects.ts';
import { storedResourceList } from './resources.ts';
import { changeField } from './share.ts';

type List = Record<string, string>;
const lists = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

/** For containers a maximum is the default limit, that the default request, and else a minimum is. Source: SetDefaults_LimitRangeItem. */
function defaultItem(item: LimitRangeItem): LimitRangeItem {
  let stored = item;
  for (const list of lists)
    stored = changeField(stored, list, (amounts) => storedResourceList(amounts as List) as typeof amounts);
  if (stored.type !== 'Container') return stored;
  const { max, min } = stored as { max?: List; min?: List };
  const limits: List = { ...max, ...(stored.default as List) };
  const requests: List = { ...min, ...limits, ...(stored.defaultRequest as List) };
  return {
    ...stored,
    ...(Object.keys(limits).length > 0 && { default: limits }),
    ...(Object.keys(requests).length > 0 && { defaultRequest: requests }),
  } as LimitRangeItem;
}

/** A LimitRange with its defaults. */
export const defaultLimitRange = (range: LimitRange): LimitRange =>
  changeField(range, 'spec', (spec) => changeField(spec, 'limits', (limits) => limits.map(defaultItem)));
