import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/narrow.css';
import { firstPicture } from '../store/firstPicture.ts';
import { App } from './App.tsx';
import { followChanges } from './announceChanges.ts';
import { followHash } from './hash.ts';
import { startSession } from './session.ts';
import { listenToKeys } from './shortcuts.ts';
import { followView } from './theme.ts';

followHash();
startSession();
await followView();
listenToKeys();
followChanges();
// Until they come the machine's own fonts serve.
void firstPicture.then(() => import('./styles/fonts.css'));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
