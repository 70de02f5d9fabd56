import { useEffect, useId, useRef, useState } from 'react';
import type { ContainerStatus, Pod, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import { meaningText } from '../../stage/near/nearTexts.ts';
import { ageText } from '../inspector/ageText.ts';
import type { Inspected } from '../inspector/useSelected.ts';
import { useSeconds } from '../ui/time.ts';
import { choicesOf, commandFor, firstChoice } from './choices.ts';
import { logText } from './texts.ts';
import { type LogAnswer, useLog } from './useLog.ts';
import './logs.css';

/** What the containers of a Pod have written: this run or the one before, followed as it grows. */
export default function Logs({ object }: Inspected) {
  const pod = object as Stored<Pod>;
  const [wanted, setWanted] = useState<string>();
  const [previousWanted, setPrevious] = useState(false);
  const [times, setTimes] = useState(false);
  const [follow, setFollow] = useState(true);
  const ids = useId();
  const choices = choicesOf(pod);
  const choice = choices.find(({ name }) => name === (wanted ?? firstChoice(pod))) ?? choices[0];
  const container = choice?.name ?? '';
  const previous = previousWanted && choice?.hasPrevious === true;
  const { name, namespace = 'default', resourceVersion = '' } = pod.metadata;
  const answer = useLog(
    { namespace, pod: name, container, ...(previous && { previous }), ...(times && { timestamps: true }) },
    resourceVersion,
  );
  return (
    <div className="logs">
      <div className="logs-bar">
        <label htmlFor={`${ids}container`}>{logText('container')}</label>
        <select
          className="select"
          id={`${ids}container`}
          value={container}
          onChange={(event) => setWanted(event.target.value)}
        >
          {choices.map((each) => (
            <option key={each.name}>{each.name}</option>
          ))}
        </select>
        <label htmlFor={`${ids}run`}>{logText('which')}</label>
        <select
          className="select"
          id={`${ids}run`}
          value={previous ? 'previous' : 'now'}
          onChange={(event) => setPrevious(event.target.value === 'previous')}
        >
          <option value="now">{logText('now')}</option>
          <option value="previous" disabled={!choice?.hasPrevious}>
            {logText('previous')}
          </option>
        </select>
        <label>
          <input type="checkbox" checked={follow} onChange={(event) => setFollow(event.target.checked)} />
          {logText('follow')}
        </label>
        <label>
          <input type="checkbox" checked={times} onChange={(event) => setTimes(event.target.checked)} />
          {logText('times')}
        </label>
      </div>
      <Ending status={choice?.status} previous={previous} />
      <Text
        answer={answer}
        follow={follow}
        label={logText(previous ? 'previousLog' : 'log', { container })}
        none={logText(previous ? 'emptyPrevious' : 'empty')}
      />
      <p className="logs-command">
        {logText('command')} <code>{commandFor(pod, container, previous, times)}</code>
      </p>
    </div>
  );
}

/** How the run ended whose log is shown, or since when it runs. */
function Ending({ status, previous }: { status: ContainerStatus | undefined; previous: boolean }) {
  const now = useSeconds();
  const state = previous ? status?.lastState : status?.state;
  const ended = state?.terminated ?? (state?.waiting ? status?.lastState?.terminated : undefined);
  const age = (time: unknown): string => (time ? ageText(now - fromTimestamp(String(time))) : '?');
  if (ended) {
    const code = ended.exitCode;
    const text = logText('ended', { age: age(ended.finishedAt), code, meaning: meaningText(code) });
    return <p className={code === 0 ? 'logs-ending' : 'logs-ending logs-failed'}>{text}</p>;
  }
  if (!state?.running) return null;
  return <p className="logs-ending">{logText('running', { age: age(state.running.startedAt) })}</p>;
}

interface TextProperties {
  answer: LogAnswer;
  follow: boolean;
  label: string;
  none: string;
}

function Text({ answer, follow, label, none }: TextProperties) {
  const box = useRef<HTMLElement>(null);
  const text = answer.state === 'known' ? answer.text : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer text is scrolled to its end
  useEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [text, follow]);
  if (answer.state === 'refused') return <p className="card-message">{answer.message}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long log is scrolled with the keyboard
    <section ref={box} className="logs-text" tabIndex={0} aria-label={label}>
      {text ? <pre>{text}</pre> : <p>{answer.state === 'loading' ? logText('loading') : none}</p>}
    </section>
  );
}
