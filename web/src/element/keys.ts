/** What keys do while the focus is in the player and not in a field that takes text. */
import type { StepUnit } from '../model/log';

/** What a key may ask for. */
export interface KeyActions {
  run(): void;
  toggle(): void;
  step(direction: 1 | -1, unit?: StepUnit): void;
  edge(edge: 'begin' | 'end'): void;
  seekTask(direction: 1 | -1): void;
  seekBreakpoint(direction: 1 | -1): void;
  zoom(factor: number): void;
  changeView(): void;
  help(): void;
  /** Closes what is open; false when nothing is. */
  close(): boolean;
}

type Act = (actions: KeyActions) => unknown;

const KEYS: Readonly<Record<string, Act>> = {
  ArrowRight: (actions) => actions.step(1),
  ArrowLeft: (actions) => actions.step(-1),
  'Shift+ArrowRight': (actions) => actions.step(1, 'task'),
  'Shift+ArrowLeft': (actions) => actions.step(-1, 'task'),
  PageDown: (actions) => actions.step(1, 'iteration'),
  PageUp: (actions) => actions.step(-1, 'iteration'),
  '.': (actions) => actions.step(1, 'event'),
  ',': (actions) => actions.step(-1, 'event'),
  Home: (actions) => actions.edge('begin'),
  End: (actions) => actions.edge('end'),
  ' ': (actions) => actions.toggle(),
  k: (actions) => actions.toggle(),
  n: (actions) => actions.seekTask(1),
  'Shift+n': (actions) => actions.seekTask(-1),
  b: (actions) => actions.seekBreakpoint(1),
  'Shift+b': (actions) => actions.seekBreakpoint(-1),
  '+': (actions) => actions.zoom(0.5),
  '=': (actions) => actions.zoom(0.5),
  '-': (actions) => actions.zoom(2),
  '0': (actions) => actions.zoom(0),
  v: (actions) => actions.changeView(),
  '?': (actions) => actions.help(),
};

/** Does what a key asks for; true when it asked for something. */
export function actOnKey(event: KeyboardEvent, actions: KeyActions): boolean {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    actions.run();
    return true;
  }
  if (event.key === 'Escape') return actions.close();
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.composedPath()[0];
  if (takesText(target) || (event.key === ' ' && isControl(target))) return false;
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const act = KEYS[event.shiftKey && /^[a-z]$|^Arrow/.test(letter) ? `Shift+${letter}` : letter];
  act?.(actions);
  return act !== undefined;
}

function takesText(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('.cm-editor, textarea, select, input:not([type=range]), [role=listbox]') !== null;
}

function isControl(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && target.closest('button, summary, a, input:not([type=range]), [role=tab]') !== null;
}
