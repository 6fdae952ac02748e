import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { HELP } from '../../model/later/text';

/** The sheet of keys. */
export function helpView(): TemplateResult {
  return html`<p class="more">${HELP.intro}</p>
    <table class="keys">
      <thead>
        <tr>
          <th scope="col">${HELP.key}</th>
          <th scope="col">${HELP.does}</th>
        </tr>
      </thead>
      <tbody>
        ${HELP.keys.map(([keys, does]) => html`<tr><td><kbd>${keys}</kbd></td><td>${does}</td></tr>`)}
      </tbody>
    </table>`;
}
