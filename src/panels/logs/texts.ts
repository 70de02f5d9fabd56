import { lateTexts } from '../../i18n/i18n.ts';

/** The texts of the logs of a Pod. */
export const logText = lateTexts(
  {
    container: 'Container',
    which: 'Run',
    now: 'this run',
    previous: 'previous run',
    follow: 'Follow',
    times: 'Times',
    log: 'Log of {container}',
    previousLog: 'Log of the previous run of {container}',
    empty: 'It has written nothing yet.',
    emptyPrevious: 'It wrote nothing.',
    loading: 'Reading the log…',
    ended: 'Ended {age} ago with exit code {code} ({meaning}).',
    running: 'Runs for {age}.',
    command: 'The same with kubectl',
  },
  {
    container: '컨테이너',
    which: '실행',
    now: '이번 실행',
    previous: '이전 실행',
    follow: '따라가기',
    times: '시각',
    log: '{container} 로그',
    previousLog: '{container}의 이전 실행 로그',
    empty: '아직 출력한 것이 없습니다.',
    emptyPrevious: '출력한 것이 없습니다.',
    loading: '로그를 읽는 중…',
    ended: '{age} 전에 종료 코드 {code}({meaning})로 끝났습니다.',
    running: '{age}째 실행 중입니다.',
    command: 'kubectl로는',
  },
);
