/** The box of tasks and what they wait for, seen in one of several ways. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cursor } from '../model/cursor';
import type { Id } from '../model/state';
import { TEXT } from '../model/text';
import { box, explanation, tabs, unhush } from './box';
import { framesView } from './frames';
import { graphView } from './graph';
import { objectsView } from './objects';
import { tasksView } from './tasks';
import type { TaskActions } from './tasks';
import { waitingView } from './waiting';

export const SIDES = ['waiting', 'graph', 'objects', 'tasks', 'frames'] as const;
export type Side = (typeof SIDES)[number];

export interface SideActions extends TaskActions {
  show(side: Side): void;
}

/** `room`: how many of the player's units its content has across. */
export function sideView(cursor: Cursor, time: number, side: Side, selected: Id, room: number, actions: SideActions): TemplateResult {
  const head = html`<div class="explained" @pointerleave=${unhush}>
    ${tabs(TEXT.side.label, SIDES, side, (name) => TEXT.side[name], (name) => actions.show(name))}${explanation(side)}
  </div>`;
  if (side === 'waiting') return waitingView(cursor.state, head);
  return box({ name: `waiting side-${side}`, title: TEXT.side[side], tabs: head }, content(cursor, time, side, selected, room, actions));
}

function content(cursor: Cursor, time: number, side: Exclude<Side, 'waiting'>, selected: Id, room: number, actions: SideActions): TemplateResult {
  switch (side) {
    case 'graph':
      return graphView(cursor.state, room);
    case 'objects':
      return objectsView(cursor.state, time);
    case 'tasks':
      return tasksView(cursor, time, selected, actions);
    case 'frames':
      return framesView(cursor, selected, actions);
  }
}
