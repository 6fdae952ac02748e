/** The player in one file: engine and lessons are part of it, so that it needs no server, no storage and no origin. */
import lessons from 'virtual:lessons';
import { LoopScopeElement } from '../src/element/register';
import { openLink } from '../src/element/open_link';
import { readHash } from './hash';

const FIRST = '02_two_tasks';
const player = document.querySelector('loop-scope');
const select = document.querySelector('#lesson');
LoopScopeElement.programs = new Map(lessons.map(({ name, text }) => [name, text]));

function open(name: string): void {
  if (!(player instanceof LoopScopeElement)) return;
  player.files = {};
  player.example = name;
}

if (select instanceof HTMLSelectElement && player instanceof LoopScopeElement) {
  for (const { name, title } of lessons) select.add(new Option(title, name));
  const wanted = readHash(location.hash);
  select.value = wanted.get('example') ?? FIRST;
  select.addEventListener('change', () => open(select.value));
  if (['code', 'files', 'at'].some((part) => wanted.has(part))) void openLink(player, wanted).catch(() => open(FIRST));
  else open(select.value || FIRST);
}
