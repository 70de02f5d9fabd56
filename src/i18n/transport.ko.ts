import type { transportEn } from './transport.en.ts';

/** The texts of the transport and the timeline in Korean. */
export const transportKo: Readonly<Record<keyof typeof transportEn, string>> = {
  'transport.title': '시간',
  'transport.speed': '속도',
  'transport.time': '경과 시간',
  'transport.clock': '클러스터 안의 시각',
  'timeline.title': '타임라인',
  'timeline.hint': '클릭하거나 드래그하면 그 시점으로 갑니다. Ctrl + ← →로 표시 사이를 옮겨 다닙니다.',
  'timeline.value': '{latest} 중 {now}',
  'timeline.created': '{name} 생성됨',
  'timeline.deleted': '{name} 삭제됨',
};
