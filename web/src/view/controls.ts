/** The bar of buttons and choices above the player. */
import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { StepUnit } from '../model/log';
import { TEXT } from '../model/text';

/** `max` shows each frame as much as there is. */
export type Speed = number;
export const SPEEDS: readonly Speed[] = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, Infinity];
export type ClockName = 'virtual' | 'real';

export interface Controls {
  readonly phase: 'idle' | 'playing' | 'paused' | 'ended';
  /** The program is not the one that runs or ran. */
  readonly edited: boolean;
  readonly canStop: boolean;
  readonly canStepBack: boolean;
  readonly canStep: boolean;
  readonly speed: Speed;
  readonly clock: ClockName;
  /** The program wants this clock; it is not the one that was chosen. */
  readonly clockForced: boolean;
  readonly unit: StepUnit;
  readonly view: 'simple' | 'full';
}

/** What the menu offers. */
export const MENU = [['open', 'save'], ['link'], ['compare'], ['trace', 'svg', 'png'], ['help']] as const;
export type MenuAction = (typeof MENU)[number][number];

export interface ControlActions {
  run(): void;
  pause(): void;
  resume(): void;
  step(direction: 1 | -1): void;
  stop(): void;
  reset(): void;
  setSpeed(speed: Speed): void;
  setClock(clock: ClockName): void;
  setUnit(unit: StepUnit): void;
  setView(view: 'simple' | 'full'): void;
  more(what: MenuAction): void;
}

const ICONS = {
  run: 'M4.5 2.6v10.8L13 8z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  step: 'M3 3v10l6.5-5zM10.5 3h2v10h-2z',
  back: 'M13 3v10L6.5 8zM3.5 3h2v10h-2z',
  stop: 'M3.5 3.5h9v9h-9z',
  more: 'M2 6.5h3v3H2zM6.5 6.5h3v3h-3zM11 6.5h3v3h-3z',
  reset: 'M8 2.8a5.2 5.2 0 1 1-4.9 3.5l1.5.5A3.6 3.6 0 1 0 8 4.4V7L4.3 3.6 8 .3z',
} as const;

type Icon = Exclude<keyof typeof ICONS, 'more'>;

export function controlsView(state: Controls, actions: ControlActions): TemplateResult {
  return html`<div class="controls">
    <div class="buttons" role="group" aria-label=${TEXT.player.controls}>
      ${mainButton(state, actions)}
      ${button('back', TEXT.player.stepBack, TEXT.player.stepBackHint, state.canStepBack, () => actions.step(-1))}
      ${button('step', TEXT.player.step, TEXT.player.stepHint, state.canStep, () => actions.step(1))}
      ${button('stop', TEXT.player.stop, TEXT.player.stopHint, state.canStop, () => actions.stop())}
      ${button('reset', TEXT.player.reset, TEXT.player.resetHint, true, () => actions.reset())}
    </div>
    <div class="choices" role="group" aria-label=${TEXT.player.choices}>
      ${choice(TEXT.player.unit, 'unit', TEXT.hints.unit, Object.keys(TEXT.units) as StepUnit[], state.unit, (unit) => TEXT.units[unit], actions.setUnit.bind(actions))}
      ${choice(TEXT.player.speed, 'speed', TEXT.hints.speed, speedsWith(state.speed), state.speed, speedName, actions.setSpeed.bind(actions))}
      ${choice(TEXT.player.clock, 'clock', clockHint(state), ['virtual', 'real'] as const, state.clock, (clock) => TEXT.clocks[clock], actions.setClock.bind(actions))}
      ${choice(TEXT.player.view, 'view', TEXT.hints.view, ['simple', 'full'] as const, state.view, (view) => TEXT.views[view], actions.setView.bind(actions))}
      ${menu(actions)}
    </div>
  </div>`;
}

function menu(actions: ControlActions): TemplateResult {
  const leave = (event: FocusEvent): void => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (!details.contains(event.relatedTarget as Node | null)) details.open = false;
  };
  const act = (event: Event, what: MenuAction): void => {
    const details = (event.currentTarget as HTMLElement).closest('details');
    if (details) details.open = false;
    actions.more(what);
  };
  return html`<details class="menu" @focusout=${leave}>
    <summary class="button" aria-label=${TEXT.menu.label} title=${TEXT.menu.label}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${ICONS.more} />`}</svg>
    </summary>
    <div class="menu-list">
      ${MENU.map(
        (group) =>
          html`<div class="menu-group">
            ${group.map((what) => html`<button type="button" @click=${(event: Event): void => act(event, what)}>${TEXT.menu[what]}</button>`)}
          </div>`,
      )}
    </div>
  </details>`;
}

function mainButton(state: Controls, actions: ControlActions): TemplateResult {
  if (state.phase === 'playing') return button('pause', TEXT.player.pause, '', true, () => actions.pause(), 'main');
  if (state.phase === 'paused' && !state.edited) return button('run', TEXT.player.resume, '', true, () => actions.resume(), 'main');
  const again = state.phase === 'ended' ? TEXT.player.runAgain : TEXT.player.run;
  return button('run', again, TEXT.player.runHint, true, () => actions.run(), 'main');
}

/** It comes and goes while a program runs: it stands beside the sentence, where it pushes no other button about. */
export function interruptButton(interrupt: () => void): TemplateResult {
  return html`<button type="button" class="small button-interrupt" title=${TEXT.player.interruptHint} @click=${interrupt}>
    ${TEXT.player.interrupt}
  </button>`;
}

function clockHint({ clock, clockForced }: Controls): string {
  if (clockForced) return TEXT.clocks.forcedHint;
  return clock === 'real' ? TEXT.clocks.realHint : TEXT.clocks.virtualHint;
}

/** The speeds to choose from; a page may have set another one. */
function speedsWith(speed: Speed): readonly Speed[] {
  return SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
}

function button(icon: Icon, text: string, hint: string, enabled: boolean, act: () => void, kind = ''): TemplateResult {
  return html`<button type="button" class="button ${kind} button-${icon}" title=${hint || text} ?disabled=${!enabled} @click=${act}>
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${ICONS[icon]} />`}</svg><span>${text}</span>
  </button>`;
}

function choice<T extends string | number>(
  label: string,
  name: string,
  hint: string,
  values: readonly T[],
  current: T,
  words: (value: T) => string,
  choose: (value: T) => void,
): TemplateResult {
  const changed = (event: Event): void => {
    const value = values[(event.target as HTMLSelectElement).selectedIndex];
    if (value !== undefined) choose(value);
  };
  return html`<label class="choice choice-${name}" title=${hint}
    ><span>${label}</span
    ><select @change=${changed}>
      ${values.map((value) => html`<option value=${value.toString()} ?selected=${value === current} .selected=${value === current}>${words(value)}</option>`)}
    </select></label
  >`;
}

function speedName(speed: Speed): string {
  return Number.isFinite(speed) ? TEXT.speeds.times(speed.toString()) : TEXT.speeds.max;
}
