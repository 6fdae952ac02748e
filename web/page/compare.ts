/** Two programs side by side: `compare.html#left=04_one_after_another&right=05_tasks_overlap`; `leftCode` is a packed program, `leftFiles` what lies beside it. */
import '../src/element/register';
import { LoopCompareElement } from '../src/element/compare';
import { unpack, unpackFiles } from '../src/element/link';
import { readHash } from './hash';
import { readTheme } from './theme';

const theme = readTheme();
if (theme) document.documentElement.dataset['theme'] = theme;
customElements.define('loop-compare', LoopCompareElement);
const compare = document.querySelector('loop-compare');

async function show(): Promise<void> {
  if (!(compare instanceof LoopCompareElement)) return;
  if (theme) compare.theme = theme;
  compare.lessons = [...document.querySelectorAll<HTMLOptionElement>('#lessons option')].map((option) => [option.value, option.label] as const);
  const wanted = readHash(location.hash);
  for (const side of ['left', 'right'] as const) {
    const lesson = wanted.get(side);
    const code = wanted.get(`${side}Code`);
    if (lesson !== null) compare[side] = lesson;
    // A damaged link leaves the lesson that was there.
    if (code !== null) await showCode(compare, side, code, wanted.get(`${side}Files`)).catch(() => undefined);
  }
  compare.requestUpdate();
}

async function showCode(compare: LoopCompareElement, side: 'left' | 'right', code: string, files: string | null): Promise<void> {
  await compare.setProgram(side, await unpack(code), files === null ? {} : await unpackFiles(files));
}

void show();
addEventListener('hashchange', () => void show());
