import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '../../i18n/i18n.ts';
import { st } from '../../i18n/scheduling.ts';
import { dropSentence } from '../../scene/scheduling/dropSentence.ts';
import { whySentence } from '../../scene/scheduling/sentence.ts';
import { type NodeVerdict, verdictsOf } from '../../scene/scheduling/verdicts.ts';
import { useClock } from '../../store/clock.ts';
import { announce } from '../../store/notices.ts';
import {
  askAboutNode,
  askScheduler,
  changePlacement,
  endPlacement,
  type Placement,
  usePlacement,
} from '../../store/placement.ts';
import type { Engine } from '../engine.ts';
import { drawNodeFooters } from './drawNodeFooter.ts';
import { drawPlacement } from './drawPlacement.ts';
import { pickUpPods } from './pickUp.ts';
import { nodeByKey } from './placingKeys.ts';
import { sayVerdict } from './verdictText.ts';
import './placing.css';

type Hand = { x: number; y: number } | undefined;

/** What the scheduler goes by of each node, and a Pod held over the nodes: where could it go? */
export function Placing({ engine }: { engine: Engine }) {
  const language = useLanguage();
  const placement = usePlacement((state) => state.placement);
  const verdicts = useVerdicts(placement, engine);
  const hand = useRef<Hand>(undefined);
  useEffect(
    () =>
      pickUpPods(engine, (at) => {
        hand.current = at;
        engine.redraw(false);
      }),
    [engine],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words on the nodes follow the language
  useEffect(() => {
    engine.drawAlso({
      still: drawNodeFooters,
      moving: (paint, scene) => {
        if (!placement) return;
        const { name, over } = placement;
        drawPlacement(paint, scene, { name, verdicts, over, hand: hand.current });
      },
    });
  }, [engine, placement, verdicts, language]);
  useKeys(engine, placement, verdicts);
  useAskAnew(placement);
  return placement ? <PlacementCard placement={placement} verdicts={verdicts} /> : null;
}

type Verdicts = ReadonlyMap<string, NodeVerdict> | undefined;

function useVerdicts(placement: Placement | undefined, engine: Engine): Verdicts {
  const decision = placement?.decision;
  return useMemo(
    () =>
      decision &&
      new Map(
        verdictsOf(
          decision,
          engine.scene.nodes.map(({ key }) => key),
        ).map((verdict) => [verdict.node, verdict]),
      ),
    [decision, engine],
  );
}

/** While time runs the answer is asked for again this often, in wall milliseconds. */
const period = 2000;

function useAskAnew(placement: Placement | undefined): void {
  const running = useClock((clock) => clock.running);
  const isAnswered = placement?.decision !== undefined;
  useEffect(() => {
    if (!running || !isAnswered) return;
    const timer = setInterval(() => void askScheduler(), period);
    return () => clearInterval(timer);
  }, [running, isAnswered]);
}

/** With the Pod taken up by an action, arrow keys hold it over one node after the other. */
function useKeys(engine: Engine, placement: Placement | undefined, verdicts: Verdicts): void {
  const uid = placement?.dragged === false ? placement.uid : undefined;
  useEffect(() => {
    if (uid !== undefined) engine.area.focus();
  }, [engine, uid]);
  useEffect(() => {
    if (!placement || placement.dragged) return;
    const pressed = (event: KeyboardEvent): void => {
      const to = nodeByKey(engine.scene, placement.over, event.key);
      if (to) {
        changePlacement(placement.uid, { over: to.key });
        const verdict = verdicts?.get(to.key);
        if (verdict) announce(st('where.sayNode', { node: to.name, result: sayVerdict(verdict) }));
        if (!engine.camera.sees(to)) engine.camera.show(to, 0.5, !engine.motionless());
      } else if (event.key === 'Enter' && placement.over !== undefined) {
        const { decision, over } = placement;
        if (decision) announce(dropSentence(decision, over));
        askAboutNode(over);
      } else if (event.key === 'Escape') endPlacement();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    engine.area.addEventListener('keydown', pressed, true);
    return () => engine.area.removeEventListener('keydown', pressed, true);
  }, [engine, placement, verdicts]);
}

function PlacementCard({ placement, verdicts }: { placement: Placement; verdicts: Verdicts }) {
  const { name, decision, problem, over, dragged } = placement;
  const said = over === undefined ? undefined : verdicts?.get(over);
  return (
    <section className="placing" aria-label={st('where.title', { pod: name })} data-dragged={dragged || undefined}>
      <h2>{st('where.title', { pod: name })}</h2>
      <p role="status">
        {problem !== undefined
          ? st('refusedByServer', { message: problem })
          : decision
            ? whySentence(decision)
            : st('loading')}
      </p>
      {decision && over !== undefined && said && (
        <p className="placing-over">{dragged ? `${over}: ${sayVerdict(said)}` : dropSentence(decision, over)}</p>
      )}
      {!dragged && (
        <>
          <p className="placing-help">{st('where.help')}</p>
          <div className="placing-actions">
            {over !== undefined && (
              <button type="button" className="button button-outline" onClick={() => askAboutNode(over)}>
                {st('where.explain')}
              </button>
            )}
            <button type="button" className="button button-outline" onClick={endPlacement}>
              {st('where.end')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
