/** The box of tasks and what they wait for, seen in one of several ways. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cursor } from '../model/cursor';
import type { Id } from '../model/state';
import { TEXT } from '../model/text';
import { box, explanation, tabs } from './box';
import { graphView } from './graph';
import { tasksView } from './tasks';
import type { TaskActions } from './tasks';
import { waitingView } from './waiting';

export const SIDES = ['waiting', 'graph', 'tasks'] as const;
export type Side = (typeof SIDES)[number];

export interface SideActions extends TaskActions {
  show(side: Side): void;
}

export function sideView(cursor: Cursor, time: number, side: Side, selected: Id, actions: SideActions): TemplateResult {
  const head = html`<div class="explained">
    ${tabs(TEXT.side.label, SIDES, side, (name) => TEXT.side[name], (name) => actions.show(name))}${explanation(side)}
  </div>`;
  if (side === 'waiting') return waitingView(cursor.state, head);
  const content = side === 'graph' ? graphView(cursor.state) : tasksView(cursor, time, selected, actions);
  return box({ name: 'waiting', title: TEXT.side[side], tabs: head }, content);
}
