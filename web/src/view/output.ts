import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { outputAt } from '../model/output';
import type { Recording } from '../model/recording';
import { colourOf, nameOf } from '../model/state';
import type { LoopState } from '../model/state';
import { TEXT, seconds } from '../model/text';
import { shape, toneClass } from './shapes';
import { box, empty } from './box';

/** What was printed up to the cursor; each line has its task's colour, and a click goes to its moment. */
export function outputView(
  recording: Recording,
  state: LoopState,
  stopped: boolean,
  goTo: (position: number) => void,
): TemplateResult {
  const { lines, hidden } = outputAt(recording.log, state.position);
  const ending =
    stopped && state.position >= recording.length
      ? TEXT.output.stopped
      : state.phase === 'ended'
        ? TEXT.output.ended(state.status)
        : '';
  const aside = ending ? html`<span class="ending ${state.status === 0 && !stopped ? '' : 'bad'}">${ending}</span>` : nothing;
  return box(
    { name: 'output', title: TEXT.output.title, aside },
    html`<div class="print" tabindex="0" role="log" aria-live="off" aria-label=${TEXT.output.title}>
      ${hidden > 0 ? html`<p class="rest">${TEXT.output.hidden(hidden)}</p>` : nothing}
      ${lines.length === 0 ? empty(TEXT.output.empty) : nothing}
      ${repeat(
        lines,
        (line) => line.key,
        (line) => html`<div
          class="line ${toneClass(colourOf(state, line.by))} ${line.error ? 'error' : ''}"
          title=${nameOf(state, line.by) || TEXT.running.main}
          @click=${(): void => goTo(line.position)}
        >
          <span class="mark">${shape(colourOf(state, line.by))}</span><span class="text">${line.text}</span
          ><time>${seconds(line.time)}</time>
        </div>`,
      )}
    </div>`,
  );
}
