/** The value of a name in the source: at the pointer, or by a key at the caret. Loaded when a program has run. */
import { syntaxTree } from '@codemirror/language';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, showTooltip } from '@codemirror/view';
import type { Tooltip, TooltipView } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { TEXT } from '../../model/text';
import { MODULE } from '../../model/values';
import { shapeNode, toneClass } from '../shapes';

/** A value as it is shown: whose it is, when that must be said. */
export interface ShownValue {
  readonly who: string;
  readonly colour: number;
  readonly value: string;
}

/** The values of a name at the moment that is shown; `inside`: the function it stands in, `isLocal`: a name of its own. */
export type ValueLookup = (name: string, inside: string, isLocal: boolean) => readonly ShownValue[];

interface Found {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly inside: string;
  readonly isLocal: boolean;
}

const SCOPES = new Set(['FunctionDefinition', 'ClassDefinition', 'LambdaExpression']);
const MOST_VALUES = 8;
const HOVER_TIME = 200;

/** The variable at a place: no attribute, no keyword of a call, no name of a definition. */
function nameAt(state: EditorState, position: number): Found | null {
  const tree = syntaxTree(state);
  for (const side of [1, -1] as const) {
    const node = tree.resolveInner(position, side);
    if (node.name !== 'VariableName' || isKeyword(node)) continue;
    const name = state.sliceDoc(node.from, node.to);
    const scope = scopeOf(node);
    return { from: node.from, to: node.to, name, inside: pathOf(state, scope), isLocal: scope !== null && isOwn(state, scope, name) };
  }
  return null;
}

function isKeyword(node: SyntaxNode): boolean {
  if (node.parent?.name === 'FunctionDefinition' || node.parent?.name === 'ClassDefinition') return node.prevSibling?.name !== 'Body';
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
}

/** The function or class that a node stands in; what stands in a definition's head belongs to the one outside. */
function scopeOf(node: SyntaxNode): SyntaxNode | null {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (SCOPES.has(outer.name) && (inner.name === 'Body' || inner.name === 'ParamList' || outer.name === 'LambdaExpression')) return outer;
  }
  return null;
}

/** As Python names it. */
function pathOf(state: EditorState, scope: SyntaxNode | null): string {
  if (!scope) return MODULE;
  const named = scope.getChild('VariableName');
  const own = named && scope.name !== 'LambdaExpression' ? state.sliceDoc(named.from, named.to) : '<lambda>';
  const outer = scopeOf(scope);
  if (!outer) return own;
  return `${pathOf(state, outer)}${outer.name === 'ClassDefinition' ? '.' : '.<locals>.'}${own}`;
}

/** The function gives the name a value itself, or has it as a parameter. */
function isOwn(state: EditorState, scope: SyntaxNode, name: string): boolean {
  const text = state.sliceDoc(scope.from, scope.to);
  if (new RegExp(`\\b(?:global|nonlocal)\\b[^\\n]*\\b${name}\\b`).test(text)) return false;
  return new RegExp(`\\b(?:for|as|import)\\b[^\\n:]*\\b${name}\\b|\\b${name}\\s*(?::[^=\\n]*)?(?:[-+*/%&|^@<>]*=(?!=)|:=)|^[^\\n]*\\([^)]*\\b${name}\\b[^)]*\\)`, 'm').test(text);
}

function valueDom({ name }: Found, values: readonly ShownValue[]): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'value-tip';
  dom.setAttribute('role', 'status');
  if (values.length === 0) dom.textContent = TEXT.values.none(name);
  for (const each of values.slice(0, MOST_VALUES)) dom.append(valueLine(name, each));
  if (values.length > MOST_VALUES) dom.append(`+${(values.length - MOST_VALUES).toString()}`);
  return dom;
}

function valueLine(name: string, { who, colour, value }: ShownValue): HTMLElement {
  const line = document.createElement('div');
  if (who !== '') {
    const badge = document.createElement('span');
    badge.className = `badge ${toneClass(colour)}`;
    const label = document.createElement('b');
    label.textContent = who;
    badge.append(shapeNode(colour), label);
    line.append(badge);
  }
  const code = document.createElement('code');
  code.textContent = `${name} = ${value}`;
  line.append(code);
  return line;
}

/** What is shown follows the moment. */
function tooltip(found: Found, lookup: ValueLookup): Tooltip {
  const create = (): TooltipView => {
    const dom = document.createElement('div');
    const fill = (): void => {
      const next = valueDom(found, lookup(found.name, found.inside, found.isLocal));
      if (next.innerHTML !== dom.firstElementChild?.innerHTML) dom.replaceChildren(next);
    };
    fill();
    return { dom, update: fill };
  };
  return { pos: found.from, end: found.to, above: true, create };
}

const setAsked = StateEffect.define<Found | null>();

/** What was asked for by the key, until something else is done. */
function askedField(lookup: ValueLookup): StateField<Found | null> {
  return StateField.define<Found | null>({
    create: () => null,
    update(value, transaction) {
      for (const effect of transaction.effects) if (effect.is(setAsked)) return effect.value;
      return transaction.docChanged || transaction.selection ? null : value;
    },
    provide: (self) => showTooltip.from(self, (found) => found && tooltip(found, lookup)),
  });
}

export function valuesExtension(lookup: ValueLookup): Extension {
  const asked = askedField(lookup);
  const ask = (view: EditorView): boolean => {
    view.dispatch({ effects: setAsked.of(nameAt(view.state, view.state.selection.main.head)) });
    return true;
  };
  const close = (view: EditorView): boolean => {
    if (!view.state.field(asked)) return false;
    view.dispatch({ effects: setAsked.of(null) });
    return true;
  };
  return [
    asked,
    hoverTooltip(
      (view, position) => {
        const found = nameAt(view.state, position);
        return found && lookup(found.name, found.inside, found.isLocal).length > 0 ? tooltip(found, lookup) : null;
      },
      { hoverTime: HOVER_TIME },
    ),
    keymap.of([
      { key: 'F8', run: ask },
      { key: 'Escape', run: close },
    ]),
    EditorView.domEventHandlers({ blur: (_, view) => void close(view) }),
  ];
}
