import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import { createRoot } from 'react-dom/client';
import { connectToSimulator } from '../../client/worker/connect.ts';
import { connect } from '../../store/connect.ts';
import { Stage } from '../Stage.tsx';
import { showTheme } from './theme.ts';

// Shows a simulated cluster without the rest of the page: live.html?scenario=shop&theme=light&speed=1
const asked = new URLSearchParams(location.search);
showTheme(asked);
const client = connectToSimulator(asked.get('scenario') ?? 'shop', 1);
connect(client);
client.clock?.setSpeed(Number(asked.get('speed') ?? 1));
client.clock?.play();
Object.assign(window, { client });
createRoot(document.getElementById('root') as HTMLElement).render(<Stage />);
