import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { WRITES_SHOWN } from '../model/output';
import type { OutputLine } from '../model/output';
import { missingLibraryWords } from '../model/missing';
import { placeIn } from '../model/places';
import type { Place } from '../model/places';
import { grouped } from '../model/output_groups';
import type { OutputGroup } from '../model/output_groups';
import type { Recording } from '../model/recording';
import { colourOf, nameOf } from '../model/state';
import type { LoopState } from '../model/state';
import { TEXT, clock } from '../model/text';
import { shape, toneClass } from './shapes';
import { box, empty } from './box';

export interface OutputActions {
  goTo(position: number): void;
  /** Shows a line of the program, or of a file beside it. */
  show(place: Place): void;
  /** Whether a file, by its path, is there to be shown; '': the program. */
  has(file: string): boolean;
}

/** What was printed up to the cursor; each line has its task's colour, and a click goes to its moment, or to the place that a traceback names. */
export function outputView(recording: Recording, state: LoopState, stopped: boolean, actions: OutputActions): TemplateResult {
  const printed = recording.output(state.position);
  const { lines, hidden } = printed;
  return box(
    { name: 'output', title: TEXT.output.title, explain: 'output', aside: ending(state, stopped) },
    html`<div class="print" tabindex="0" role="log" aria-live="off" aria-label=${TEXT.output.title}>
      ${hidden > 0 ? html`<p class="rest">${TEXT.output.hidden(hidden)}</p>` : nothing}
      ${lines.length === 0 ? empty(stopped || state.phase === 'ended' ? TEXT.output.silent : TEXT.output.empty) : nothing}
      ${guard([printed], () =>
        // Once all lines are others the list is made anew: to take each of them out costs more.
        keyed(
          Math.floor(hidden / WRITES_SHOWN),
          html`<div>
            ${repeat(
              grouped(lines, (file) => actions.has(file)),
              (group) => group.key,
              (group) => (group.summary ? folded(state, group, actions) : group.lines.map((line) => row(state, line, actions))),
            )}
          </div>`,
        ),
      )}
    </div>`,
  );
}

function ending(state: LoopState, stopped: boolean): TemplateResult | typeof nothing {
  if (!stopped && state.phase !== 'ended') return nothing;
  const words = stopped ? TEXT.output.stopped : TEXT.output.ended(state.status);
  return html`<span class="ending ${stopped || state.status !== 0 ? 'bad' : ''}">${words}</span>`;
}

/** Error output is folded: what went wrong, and the learner's own line, stand in front. */
function folded(state: LoopState, group: OutputGroup, actions: OutputActions): TemplateResult {
  const advice = missingLibraryWords(group.summary);
  return html`<details class="trouble-group">
    <summary><b>${group.summary}</b>${group.own ? html`<span class="frame">${TEXT.output.own(group.own.line, group.own.file)}</span>` : nothing}</summary>
    ${group.lines.map((line) => row(state, line, actions))}
  </details>${advice ? html`<p class="advice">${advice}</p>` : nothing}`;
}

/** A line's text, with the looks that the program gave it. */
export function printedText({ text, pieces }: OutputLine): unknown {
  if (pieces.every(({ look }) => look === '')) return text;
  return pieces.map((piece) => (piece.look === '' ? piece.text : html`<span class="look ${piece.look}">${piece.text}</span>`));
}

/** A line's text, with the place that it names as what leads there. */
function pointing(line: OutputLine, actions: OutputActions): unknown {
  const place = line.error ? placeIn(line.text) : null;
  if (!place || !actions.has(place.file)) return printedText(line);
  const { text } = line;
  return html`${text.slice(0, place.from)}<button
      type="button"
      class="place"
      title=${TEXT.output.show(place.line, place.file)}
      @click=${(event: Event): void => {
        event.stopPropagation();
        actions.show(place);
      }}
    >${text.slice(place.from, place.to)}</button>${text.slice(place.to)}`;
}

/** Lines that were written together have one mark and one time. */
function row(state: LoopState, line: OutputLine, actions: OutputActions): TemplateResult {
  const colour = colourOf(state, line.by);
  return html`<div
    class="line ${toneClass(colour)} ${line.error ? (/^\s/.test(line.text) ? 'error whole' : 'error') : ''}"
    title=${nameOf(state, line.by) || TEXT.running.main}
    @click=${(): void => {
      // Who selects text does not want to go anywhere.
      if (getSelection()?.isCollapsed !== false) actions.goTo(line.position);
    }}
  >
    <span class="mark">${line.first ? shape(colour) : nothing}</span><span class="text">${pointing(line, actions)}</span
    >${line.first
      ? html`<button
          type="button"
          class="when-printed"
          aria-label=${TEXT.output.goTo(clock(line.time))}
          @click=${(event: Event): void => {
            event.stopPropagation();
            actions.goTo(line.position);
          }}
        >
          ${clock(line.time)}
        </button>`
      : nothing}
  </div>`;
}
