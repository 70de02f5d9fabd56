// Apart from client.ts, so that a page that shows no decisions loads nothing of them.
export { decisionAboutNode } from '../cluster/scheduler/decision.ts';
