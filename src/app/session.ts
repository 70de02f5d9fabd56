import { connectToSimulator } from '../client/worker/connect.ts';
import { t } from '../i18n/i18n.ts';
import { connect } from '../store/connect.ts';
import { notify } from '../store/notices.ts';
import { useSession } from '../store/session.ts';
import { firstScenario, scenarioTitles } from './scenarios.ts';

/** Starts the simulator with the scenario and the seed that the address asks for (`?scenario=shop&seed=1`), running. */
export function startSession(): void {
  const asked = new URLSearchParams(location.search);
  const name = asked.get('scenario') ?? firstScenario;
  const scenario = name in scenarioTitles ? name : firstScenario;
  if (scenario !== name) notify('error', t('scenario.unknown', { name }), t('scenario.unknownHint'));
  const client = connectToSimulator(scenario, Number(asked.get('seed')) || 1);
  useSession.setState({ client, scenario });
  connect(client);
  client.clock?.play();
}
