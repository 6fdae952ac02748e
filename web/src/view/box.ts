/** The frame that all boxes share: a title that explains itself, how much is in it, and the content. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ElementPart } from 'lit';
import { TEXT } from '../model/text';
import { drawing } from './drawings';

export type Explained = keyof typeof TEXT.explain;

export interface Box {
  readonly name: string;
  readonly title: string;
  /** What the title says about the box to whoever points at it. */
  readonly explain?: Explained;
  readonly count?: number;
  readonly aside?: TemplateResult | typeof nothing;
  /** Instead of the title alone: tabs, one of which is this box's. */
  readonly tabs?: TemplateResult;
}

export function box({ name, title, explain, count, aside, tabs }: Box, content: unknown): TemplateResult {
  return html`<section class="box box-${name}" role="group" aria-label=${title}>
    <header>${tabs ?? heading(title, explain)}${count ? html`<span class="count">${count}</span>` : nothing}${aside ?? nothing}</header>
    ${content}
  </section>`;
}

/** A title; pointing at it or focusing it shows what its box is, in three lines and a drawing. */
export function heading(title: string, explain?: Explained): TemplateResult {
  if (!explain) return html`<h2>${title}</h2>`;
  return html`<div class="explained" @pointerleave=${unhush}>
    <h2><button type="button" class="title" aria-describedby="explain-${explain}">${title}</button></h2>
    ${explanation(explain)}
  </div>`;
}

/** Hides the explanation until the pointer has left its title: whoever chose something wants to see that. */
export function hush(title: Element | null): void {
  title?.closest('.explained')?.classList.add('hush');
}

export function unhush(event: Event): void {
  (event.currentTarget as Element).classList.remove('hush');
}

/** What is shown while the pointer or the focus is in the `explained` element that holds it. */
export function explanation(explain: Explained): TemplateResult {
  return html`<div class="explain" id="explain-${explain}" role="tooltip">${drawing(explain)}${TEXT.explain[explain].map((line) => html`<p>${line}</p>`)}</div>`;
}

export function empty(text: string): TemplateResult {
  return html`<p class="empty">${text}</p>`;
}

/** Tabs in place of a title. The panel is the box that they stand in. */
export function tabs<T extends string>(label: string, names: readonly T[], current: T, words: (name: T) => unknown, choose: (name: T) => void): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = by === 0 ? undefined : names[(names.indexOf(current) + by + names.length) % names.length];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(next);
    const list = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]');
    list[names.indexOf(next)]?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${names.map(
      (name) =>
        html`<button type="button" role="tab" class="tab" aria-selected=${name === current ? 'true' : 'false'} tabindex=${name === current ? 0 : -1} @click=${(event: Event): void => {
            hush(event.currentTarget as Element);
            choose(name);
          }}>
          ${words(name)}
        </button>`,
    )}
  </div>`;
}

class StyleVars extends AsyncDirective {
  private readonly known = new Map<string, string>();

  render(_values: Readonly<Record<string, string>>): unknown {
    return nothing;
  }
  override update(part: ElementPart, [values]: [Readonly<Record<string, string>>]): unknown {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(values)) {
      if (this.known.get(name) === value) continue;
      this.known.set(name, value);
      style.setProperty(name, value);
    }
    return nothing;
  }
}

/**
 * Sets custom properties through the object model: a style attribute would need a content security policy that allows
 * inline styles.
 */
export const vars = directive(StyleVars);
