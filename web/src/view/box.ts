/** The frame that all boxes share: a title, what the box is, how much is in it, and the content. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ElementPart } from 'lit';

export interface Box {
  readonly name: string;
  readonly title: string;
  readonly help?: string;
  readonly count?: number;
  readonly aside?: TemplateResult | typeof nothing;
}

export function box({ name, title, help, count, aside }: Box, content: unknown): TemplateResult {
  return html`<section class="box box-${name}" role="group" aria-label=${title}>
    <header>
      <h2 title=${help ?? nothing}>${title}</h2>
      ${count ? html`<span class="count">${count}</span>` : nothing}${aside ?? nothing}
    </header>
    ${content}
  </section>`;
}

export function empty(text: string): TemplateResult {
  return html`<p class="empty">${text}</p>`;
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
