import { actionKo } from './action.ko.ts';
import { appKo } from './app.ko.ts';
import type { Dictionary } from './i18n.ts';
import { stageKo } from './stage.ko.ts';
import { transportKo } from './transport.ko.ts';

/** Every text of the page in Korean. Kubernetes' own words stay as they are. */
export const ko: Dictionary = {
  ...appKo,
  ...actionKo,
  ...stageKo,
  ...transportKo,
  'stage.title': '클러스터',
  'stage.empty': '아직 Pod가 없습니다',
  'stage.emptyHint': '매니페스트를 작성해서 적용하면 Pod가 여기에 나타납니다.',
  'stage.showing': 'Pod {total}개 중 {shown}개 표시 중 (문제 있는 것 먼저).',
  'stage.showAll': '모두 보기',
  'stage.clients': '클라이언트',
  'stage.loadBalancer': '로드 밸런서',
  'stage.controlPlane': '컨트롤 플레인',
  'stage.unscheduled': '아직 노드에 배정되지 않음',
  'stage.perSecond': '초당 {count}건',
  'stage.offline': '전원 꺼짐',
  'stage.cutOff': '네트워크 단절',
};
