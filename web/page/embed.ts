/** One player alone, for an <iframe>: `embed.html#example=02_two_tasks&clock=real&speed=2&theme=dark`. */
import '../src/element/register';
import { openLink } from '../src/element/open_link';
import { readHash } from './hash';
import { applyTheme } from './theme';

const PASSED_ON = ['example', 'src', 'clock', 'speed', 'readonly', 'view', 'predict'] as const;

function show(): void {
  const player = document.querySelector('loop-scope');
  if (!player) return;
  const wanted = readHash(location.hash);
  for (const name of PASSED_ON) {
    const value = wanted.get(name);
    if (value === null) player.removeAttribute(name);
    else player.setAttribute(name, value);
  }
  player.files = {};
  // A damaged link leaves the player as it is.
  if (['code', 'files', 'at'].some((part) => wanted.has(part))) void openLink(player, wanted).catch(() => undefined);
  const theme = wanted.get('theme');
  applyTheme(theme === 'light' || theme === 'dark' ? theme : '');
}

show();
addEventListener('hashchange', show);
