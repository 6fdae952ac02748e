/** How the player looks. Tokens first: every colour, size and duration below is one of them. */
import { css } from 'lit';
import type { CSSResult } from 'lit';
import { forced, paper } from './styles_media';
import { parts } from './styles_parts';

const light = css`
  --paper: #f6f6f3;
  --surface: #ffffff;
  --raised: #fbfbf9;
  --ink: #1c2230;
  --muted: #5a6273;
  --faint: #69717f;
  --line: #e2e3dd;
  --strong-line: #c9ccc6;
  --accent: #3a56c5;
  --accent-ink: #ffffff;
  --accent-soft: #e9edfb;
  --danger: #b3261e;
  --danger-soft: #fdecea;
  --selection: #d6defa;
  --shadow: 0 1px 2px rgb(28 34 48 / 6%), 0 4px 16px rgb(28 34 48 / 5%);
  --task-0: #1468b3;
  --task-1: #b84605;
  --task-2: #08745b;
  --task-3: #a33f86;
  --task-4: #8a6400;
  --task-5: #5d4bc0;
  --task-6: #16728a;
  --task-7: #59616e;
  --code-keyword: #7a3fb0;
  --code-string: #2d6f3c;
  --code-number: #9c4a12;
  --code-comment: #6d7482;
  --code-name: #1d4fa8;
  --code-call: #23588c;
`;

const dark = css`
  --paper: #14171d;
  --surface: #1b1f27;
  --raised: #20252e;
  --ink: #e7e9ee;
  --muted: #a3abba;
  --faint: #8f98a8;
  --line: #2d333e;
  --strong-line: #434b59;
  --accent: #8ea6ff;
  --accent-ink: #10141c;
  --accent-soft: #252e4a;
  --danger: #ff8a80;
  --danger-soft: #3a2224;
  --selection: #33406b;
  --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 4px 16px rgb(0 0 0 / 22%);
  --task-0: #62b0f4;
  --task-1: #ff9558;
  --task-2: #43cfa6;
  --task-3: #ec92cb;
  --task-4: #e6c14f;
  --task-5: #b3a2ff;
  --task-6: #6fd3e6;
  --task-7: #b0b9c7;
  --code-keyword: #cba6f7;
  --code-string: #9fd6a4;
  --code-number: #f3b27a;
  --code-comment: #8a93a4;
  --code-name: #8db8ff;
  --code-call: #9cc9f0;
`;

const tokens = css`
  :host {
    ${light}
    --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
    --mono: ui-monospace, 'SF Mono', SFMono-Regular, Menlo, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace;
    --quick: 140ms;
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
      color-scheme: dark;
    }
  }
  :host([theme='dark']) {
    ${dark}
    color-scheme: dark;
  }
  .tone-main {
    --tone: var(--muted);
  }
  .tone-0 {
    --tone: var(--task-0);
  }
  .tone-1 {
    --tone: var(--task-1);
  }
  .tone-2 {
    --tone: var(--task-2);
  }
  .tone-3 {
    --tone: var(--task-3);
  }
  .tone-4 {
    --tone: var(--task-4);
  }
  .tone-5 {
    --tone: var(--task-5);
  }
  .tone-6 {
    --tone: var(--task-6);
  }
  .tone-7 {
    --tone: var(--task-7);
  }
`;

/** Makes the unit a length that is computed where it is set and inherited as such; false where there are no such properties. */
function registerUnit(): boolean {
  try {
    CSS.registerProperty({ name: '--loop-u', syntax: '<length>', inherits: true, initialValue: '1px' });
  } catch (error) {
    // Another copy of this module has done it.
    return error instanceof DOMException && error.name === 'InvalidModificationError';
  }
  return true;
}

/**
 * The player's unit for all that goes with the size of letters: a pixel for who reads at the usual size. What is said in it follows
 * the size that the reader has set in his browser (`medium`, which the player begins with), not what the page around makes of `rem`.
 */
const unit: CSSResult = registerUnit() ? css`calc(1em / 16)` : css`1px`;

const frame = css`
  :host {
    display: flex;
    flex-direction: column;
    font-family: var(--sans);
    color: var(--ink);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  p,
  h2,
  ol,
  ul,
  pre {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  /*
   * What a page gives to all its elements comes in through the host: here it ends, but for what hides or blocks a whole part.
   * As high as its page makes it; where the page says nothing, the parts have heights of their own.
   */
  .player {
    all: initial;
    color: var(--ink);
    font: medium / 1.45 var(--sans);
    --loop-u: ${unit};
    --code-size: calc(13 * var(--loop-u));
    --small: calc(12 * var(--loop-u));
    --text: calc(13.5 * var(--loop-u));
    color-scheme: inherit;
    cursor: inherit;
    pointer-events: inherit;
    visibility: inherit;
    -webkit-text-size-adjust: inherit;
    container-type: inline-size;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 14px;
    box-shadow: var(--shadow);
    overflow: clip;
  }
  .player > * {
    font-size: var(--text);
  }
  .stage,
  .floor {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .floor {
    border-top: 1px solid var(--line);
  }
  .source {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    height: calc(320 * var(--loop-u));
  }
  .editor {
    flex: 1;
    min-height: 0;
  }
  .code-window {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .file-tabs {
    padding: 4px 10px 3px;
    border-bottom: 1px solid var(--line);
  }
  .file-tabs .tabs {
    flex-wrap: nowrap;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .file-tabs .tab {
    white-space: nowrap;
  }
  /* What its reader changed, and where it went wrong. */
  .file-tabs .sign {
    display: inline-block;
    width: calc(7 * var(--loop-u));
    height: calc(7 * var(--loop-u));
    margin-inline-start: 5px;
    background: var(--accent);
    border-radius: 50%;
  }
  .file-tabs .sign.failed {
    background: var(--danger);
    border-radius: 0;
    transform: rotate(45deg);
  }
  .file-tabs ~ .code-window[inert] {
    display: none;
  }
  .file-window {
    flex: 1;
    padding: 6px 14px;
  }
  .listing {
    position: absolute;
    inset: 0;
    padding: 10px 0 14px;
    overflow: auto;
    font: var(--code-size) / 1.6 var(--mono);
    outline: none;
    scrollbar-width: thin;
    scrollbar-color: var(--strong-line) transparent;
  }
  .listing .line-row {
    display: flex;
    white-space: pre;
    min-width: max-content;
  }
  .listing .gutters {
    position: sticky;
    left: 0;
    z-index: 1;
    display: flex;
    color: var(--faint);
    background: var(--surface);
    user-select: none;
  }
  .listing .stop {
    width: calc(13 * var(--loop-u));
    cursor: pointer;
  }
  .listing .stop:hover .breakpoint {
    background: color-mix(in srgb, var(--danger) 35%, transparent);
  }
  .listing .mark {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    width: calc(24 * var(--loop-u));
    padding-inline-end: 2px;
  }
  .listing .number {
    min-width: calc(26 * var(--loop-u));
    padding: 0 8px 0 2px;
    text-align: right;
  }
  .listing .code {
    flex: 1;
    padding: 0 12px 0 6px;
  }
  .listing .fold {
    margin: 0 1px;
    padding: 0 5px;
    color: var(--muted);
    background: var(--accent-soft);
    border-radius: 4px;
  }
  .word-keyword {
    color: var(--code-keyword);
  }
  .word-string {
    color: var(--code-string);
  }
  /* One that is read from right to left turns no code around it. */
  :is(.word-string, .word-comment) {
    unicode-bidi: isolate;
  }
  .word-number {
    color: var(--code-number);
  }
  .word-comment {
    color: var(--code-comment);
    font-style: italic;
  }
  .word-defined {
    color: var(--code-name);
    font-weight: 600;
  }
  .word-call {
    color: var(--code-call);
  }
  .source:focus-within {
    box-shadow: inset 0 0 0 2px var(--accent-soft);
  }
  .boxes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    background: var(--raised);
    border-top: 1px solid var(--line);
  }
  .io {
    display: flex;
    flex-direction: column;
    min-width: 0;
    border-top: 1px solid var(--line);
  }
  @container (min-width: 45em) {
    .stage,
    .floor {
      grid-template-columns: minmax(0, 1.04fr) minmax(0, 1fr);
    }
    /* Without a height of the page's own, this is the stage's; and never less than what the boxes need, however it is spaced. */
    .stage {
      flex: 1.9 1 calc(384 * var(--loop-u));
      grid-template-rows: minmax(auto, 1fr);
      min-height: max-content;
    }
    .source {
      contain: size;
      height: auto;
      min-height: 0;
    }
    .boxes {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.66fr);
      grid-template-rows: auto auto auto minmax(auto, 1fr) auto;
      align-content: stretch;
      border-top: 0;
      border-inline-start: 1px solid var(--line);
    }
    /* As high with one line beside the clock as with two. */
    .loop {
      min-height: calc(46 * var(--loop-u));
      padding-block: 0;
    }
    .boxes > :is(.loop, .box-ready, .box-running, .box-workers) {
      grid-column: 1 / -1;
    }
    .boxes > :is(.box-timers, .box-waiting) {
      contain: size;
      min-height: calc(66 * var(--loop-u));
    }
    .boxes > .box-waiting {
      border-inline-start: 1px solid var(--line);
    }
    .floor {
      flex: 1 1 calc(216 * var(--loop-u));
      grid-template-rows: minmax(0, 1fr);
      min-height: calc(190 * var(--loop-u));
      height: calc(216 * var(--loop-u));
    }
    .io {
      border-top: 0;
      border-inline-start: 1px solid var(--line);
      min-height: 0;
    }
  }
`;

const controls = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding: 8px 12px;
    border-bottom: 1px solid var(--line);
  }
  .buttons,
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .choices {
    position: relative;
    gap: 6px 8px;
  }
  .button {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: calc(34 * var(--loop-u));
    padding: 0 12px;
    font: 500 var(--text) / 1 var(--sans);
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--strong-line);
    border-radius: 8px;
    cursor: pointer;
    transition:
      background var(--quick),
      border-color var(--quick);
  }
  .button:hover:not(:disabled) {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  .button:disabled {
    color: var(--faint);
    border-color: var(--line);
    cursor: default;
  }
  .button.main {
    min-width: calc(122 * var(--loop-u));
    justify-content: center;
    color: var(--accent-ink);
    background: var(--accent);
    border-color: var(--accent);
    font-weight: 600;
  }
  .button.main:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 86%, var(--ink));
  }
  .button.main:disabled {
    opacity: 0.6;
  }
  .icon {
    width: calc(14 * var(--loop-u));
    height: calc(14 * var(--loop-u));
    fill: currentColor;
    flex: none;
  }
  .choice {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    color: var(--muted);
    font-size: var(--small);
  }
  select {
    min-height: calc(30 * var(--loop-u));
    padding: 0 4px;
    font: 500 var(--small) / 1 var(--sans);
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 7px;
  }
  /* What is chosen says enough; the label is for those who are read to. */
  .choice > span {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  select:hover {
    border-color: var(--strong-line);
  }
  :is(.button, select, input, .print, .when-printed, .place):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .print:focus-visible {
    outline-offset: -2px;
  }
  .story {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: calc(40 * var(--loop-u));
    padding: 5px 12px 5px 16px;
    font-size: calc(14.5 * var(--loop-u));
    line-height: 1.35;
    background: var(--accent-soft);
    border-bottom: 1px solid var(--line);
  }
  .story.trouble {
    color: var(--danger);
    background: var(--danger-soft);
  }
  /* A phone: what moves the picture and the sentence about it stay in sight, the choices scroll away. */
  @container (max-width: 35em) {
    .controls {
      display: contents;
    }
    .buttons {
      position: sticky;
      top: 0;
      z-index: 3;
      flex-wrap: nowrap;
      padding: 8px 10px;
      background: var(--surface);
    }
    .choices {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 0.8fr) repeat(2, minmax(0, 1.15fr)) calc(40 * var(--loop-u));
      gap: 8px;
      padding: 0 10px 8px;
    }
    .buttons .button:not(.main) {
      flex: 1;
      min-width: calc(40 * var(--loop-u));
      padding: 0;
      justify-content: center;
    }
    .button,
    .button.main {
      min-height: calc(40 * var(--loop-u));
    }
    .button.main {
      flex: 2.6;
      min-width: 0;
      padding: 0 8px;
    }
    .button:is(.button-back, .button-stop, .button-reset, .button-step) span {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    .choice select {
      flex: 1;
      min-width: 0;
      min-height: calc(34 * var(--loop-u));
      padding-inline: 6px 0;
    }
    /* Below what stays in sight. */
    .source {
      scroll-margin-top: calc(94 * var(--loop-u) + 38px);
    }
    .loop {
      min-height: calc(76 * var(--loop-u));
    }
    .loop > .loop-clock {
      flex: 1 0 100%;
    }
    .story {
      position: sticky;
      top: calc(40 * var(--loop-u) + 16px);
      z-index: 3;
      height: calc(54 * var(--loop-u));
      padding: 4px 14px;
      font-size: calc(13.5 * var(--loop-u));
      border-top: 1px solid var(--line);
    }
    /* What went wrong is read to its end; nothing moves any more. */
    .story.trouble {
      height: auto;
      min-height: calc(54 * var(--loop-u));
    }
  }
  /* Two rows, so that each choice can be read. */
  @container (max-width: 28.75em) {
    .choices {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) calc(40 * var(--loop-u));
    }
    .choices .menu {
      grid-area: 1 / 3;
    }
  }
  /* So large letters on so small a screen leave no room for what stays. */
  @container (max-width: 16em) {
    .buttons {
      position: static;
      flex-wrap: wrap;
    }
    .buttons .button.main {
      flex: 1 0 100%;
    }
    .choices {
      grid-template-columns: minmax(0, 1fr) calc(40 * var(--loop-u));
    }
    .choices .choice {
      grid-column: 1;
    }
    .choices .menu {
      grid-area: 1 / 2;
    }
    .story {
      position: static;
      height: auto;
    }
  }
  /* Nor does so low a window, as of a page that is magnified four times. */
  @media (max-height: 22em) {
    .buttons,
    .story {
      position: static !important;
    }
  }
  @container (max-width: 22.5em) {
    .box-workers .what {
      height: auto !important;
    }
    .story {
      padding-block: 0;
      font-size: calc(12.5 * var(--loop-u));
    }
  }
`;

const boxes = css`
  .box {
    min-width: 0;
    padding: 7px 14px 9px;
  }
  .boxes > .box {
    border-top: 1px solid var(--line);
  }
  .box > header {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: calc(20 * var(--loop-u));
    margin-bottom: 4px;
  }
  h2 {
    font: 600 calc(11 * var(--loop-u))/1 var(--sans);
    letter-spacing: 0.05em;
    text-transform: uppercase;
    color: var(--muted);
  }
  .count {
    min-width: calc(20 * var(--loop-u));
    padding: 2px 6px;
    font: 600 calc(11 * var(--loop-u))/1.2 var(--sans);
    font-variant-numeric: tabular-nums;
    text-align: center;
    color: var(--muted);
    background: var(--paper);
    border-radius: 10px;
  }
  .empty,
  .rest {
    color: var(--faint);
    font-size: var(--small);
  }
  .empty {
    padding-top: 4px;
  }
  /* Where even the clock and the phases have no room in one line, they stand below each other. */
  .loop {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
    min-width: 0;
    padding: 8px 14px;
  }
  .loop-clock {
    display: flex;
    flex: 1 1 0;
    gap: 8px;
    align-items: baseline;
    min-width: min-content;
  }
  .loop-clock .explained {
    flex: none;
  }
  .loop-clock b {
    flex: none;
    min-width: 6.2ch;
    font: 600 calc(19 * var(--loop-u))/1.3 var(--mono);
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }
  .loop-clock span {
    overflow: hidden;
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Where both have no room in one line, why the loop waits stands below the turn. */
  .loop-clock .turn {
    display: flex;
    flex-wrap: wrap;
    flex: 1;
    gap: 0 8px;
    align-self: center;
    width: 0;
    max-height: 2lh;
    line-height: 1.25;
  }
  .cycle {
    display: flex;
    flex: none;
    gap: 4px;
  }
  .cycle li {
    display: inline-flex;
    gap: 5px;
    align-items: center;
    padding: 3px 7px;
    font-size: var(--small);
    color: var(--faint);
    border: 1px solid var(--line);
    border-radius: 20px;
    transition:
      color var(--quick),
      background var(--quick);
  }
  .cycle .icon {
    width: calc(12 * var(--loop-u));
    height: calc(12 * var(--loop-u));
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .cycle li.lit {
    color: var(--accent-ink);
    background: var(--accent);
    border-color: var(--accent);
  }
  .badge {
    display: inline-flex;
    gap: 6px;
    align-items: baseline;
    min-width: 0;
    max-width: 100%;
  }
  .badge b {
    overflow: hidden;
    font-weight: 600;
    color: var(--tone);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .shape {
    width: calc(10 * var(--loop-u));
    height: calc(10 * var(--loop-u));
    flex: none;
    align-self: center;
    fill: var(--tone);
  }
  .more {
    color: var(--muted);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .at {
    flex: none;
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  /* One row, whatever is in it, so that nothing below moves. */
  .box-ready .empty,
  .queue {
    height: calc(30 * var(--loop-u));
  }
  .queue {
    display: flex;
    gap: 12px;
    align-items: center;
    overflow: auto hidden;
    contain: content;
    scrollbar-width: none;
  }
  .group,
  .group ol {
    display: flex;
    flex: none;
    gap: 6px;
    align-items: center;
  }
  .group + .group {
    padding-inline-start: 12px;
    border-inline-start: 2px dashed var(--strong-line);
  }
  .group-label {
    color: var(--muted);
    font-size: calc(11 * var(--loop-u));
  }
  .chip,
  .card {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: calc(26 * var(--loop-u));
    padding: 1px 9px;
    background: color-mix(in srgb, var(--tone) 9%, var(--surface));
    border: 1px solid color-mix(in srgb, var(--tone) 38%, var(--surface));
    border-radius: 7px;
    animation: appear var(--appear, var(--quick)) ease-out;
  }
  .chip .more {
    white-space: nowrap;
  }
  .cancelled {
    text-decoration: line-through;
    opacity: 0.6;
  }
  .box-running .empty,
  .now {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: space-between;
    height: calc(34 * var(--loop-u));
    padding-block: 0;
  }
  .now.card {
    padding-inline: 12px;
    border-inline-start-width: 4px;
    border-inline-start-color: var(--tone);
    animation: none;
  }
  .now .badge {
    flex: 0 1 auto;
    white-space: nowrap;
  }
  /* The name stays; what it runs is in the source too. */
  .now .badge b {
    flex: none;
    max-width: 100%;
  }
  .now > .more {
    flex: 0 100 auto;
    min-width: 0;
  }
  .now .more {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .blame {
    flex: none;
    padding: 2px 8px;
    color: var(--danger);
    font-size: var(--small);
    font-weight: 600;
    background: var(--danger-soft);
    border-radius: 6px;
  }
  .box:is(.box-timers, .box-waiting, .box-workers) {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    /* A list that has little room scrolls; no row is lower than what is in it. */
    grid-auto-rows: max-content;
    gap: 4px;
    align-content: start;
    min-height: 0;
    overflow: hidden auto;
    contain: content;
    scrollbar-width: thin;
    scrollbar-color: var(--strong-line) transparent;
  }
  /* Lists scroll; without a stage of fixed height they keep a height of their own, so that nothing below moves. */
  .box-timers .rows,
  .box-timers .empty {
    height: calc(90 * var(--loop-u));
  }
  .box-waiting .rows,
  .box-waiting .empty {
    height: calc(148 * var(--loop-u));
  }
  .side-graph :is(.rows, .empty) {
    height: calc(240 * var(--loop-u));
  }
  .box-workers .rows,
  .box-workers .empty {
    height: calc(52 * var(--loop-u));
  }
  .box-workers .rows {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(216 * var(--loop-u))), 1fr));
    column-gap: 14px;
  }
  /* What it works on stands beside its name where some of it can be read, and else in a second row that is not seen. */
  .box-workers .what {
    flex: 1;
    height: calc(19 * var(--loop-u));
    overflow: hidden;
  }
  .box-workers .badge {
    flex: none;
  }
  .box-workers .more {
    flex: 1 1 5ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :is(.code-window, .print .text, .guess .text, .frame, .item, .clock, .loop-clock b, .when, .at, .side textarea, .scrub, .axis-lane) {
    direction: ltr;
  }
  :is(.code-window, .side textarea) {
    text-align: left;
  }
  .struck {
    color: var(--muted);
  }
  .struck .badge b {
    text-decoration: line-through;
  }
  .struck .when b {
    color: var(--muted);
    font-weight: 400;
  }
  .held {
    flex: none;
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  .socket {
    grid-column: 1 / -1;
  }
  .socket .what {
    gap: 0 12px;
  }
  .socket-ended .what {
    color: var(--muted);
  }
  .socket .what b {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .way {
    flex: none;
    white-space: nowrap;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .way.busy {
    color: var(--ink);
    font-weight: 600;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .box-workers .when {
    flex: none;
  }
  @container (min-width: 45em) {
    .box:is(.box-timers, .box-waiting) :is(.rows, .empty) {
      flex: 1;
      height: auto;
    }
    .box:is(.box-timers, .box-waiting) .empty {
      min-height: 0;
      overflow: auto;
    }
  }
  .row {
    position: relative;
    display: flex;
    gap: 1px 8px;
    align-items: baseline;
    justify-content: space-between;
    min-height: calc(24 * var(--loop-u));
    padding: 2px 0 2px 9px;
    border-inline-start: 3px solid var(--tone);
    content-visibility: auto;
    contain-intrinsic-size: auto calc(26 * var(--loop-u));
    animation: appear var(--appear, var(--quick)) ease-out;
  }
  .row.timer {
    gap: 4px;
    padding-bottom: 6px;
  }
  .what {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 6px;
    font-size: calc(13 * var(--loop-u));
    align-items: baseline;
    min-width: 0;
  }
  /* Whose timer and how long it still runs always have room; who set it and for when come after them. */
  .box-timers .rows {
    container-type: inline-size;
  }
  .timer .what {
    flex: 1 1 0;
    flex-wrap: nowrap;
    min-width: 0;
  }
  .timer .badge {
    flex: 1;
  }
  .timer .badge b {
    min-width: 0;
    max-width: calc(110 * var(--loop-u));
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .timer .more {
    flex: 1;
    width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .timer .when {
    flex: none;
  }
  @container (max-width: 16.3em) {
    .timer :is(.more, .when > :not(b)) {
      display: none;
    }
  }
  @container (max-width: 9.6em) {
    .row.timer {
      flex-wrap: wrap;
    }
    .timer .what {
      flex-basis: 100%;
    }
  }
  .when {
    display: flex;
    gap: 0 5px;
    min-width: 0;
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .when b {
    flex: none;
    color: var(--ink);
    font-weight: 600;
  }
  .bar {
    position: absolute;
    inset: auto 0 1px 9px;
    height: 3px;
    background: var(--line);
    border-radius: 2px;
    overflow: hidden;
  }
  .bar i {
    display: block;
    height: 100%;
    background: var(--tone);
    transform: scaleX(var(--share, 1));
    transform-origin: 0 50%;
  }
  .flag {
    color: var(--danger);
    font-size: calc(11 * var(--loop-u));
  }
  .worker-done,
  .worker-failed {
    opacity: 0.65;
  }
  /* Where much changes at once nothing is seen to appear, and each that does is a layer of its own. What is there already does
     not appear again when the duration changes. */
  .rush {
    --appear: 0s;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(3px);
    }
  }
`;

const floor = css`
  .box-timeline,
  .box-output {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .box-output {
    flex: 1;
    padding-inline: 0;
    padding-bottom: 0;
  }
  .box-output > header {
    padding-inline: 14px;
  }
  .box-timeline > header {
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    color: var(--muted);
    font-size: calc(11 * var(--loop-u));
  }
  .legend li {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .legend li::before {
    content: '';
    width: calc(16 * var(--loop-u));
    height: calc(9 * var(--loop-u));
    border-radius: 2px;
  }
  .key-running::before {
    background: var(--muted);
  }
  .key-ready::before {
    border: 1px solid var(--muted);
    background: repeating-linear-gradient(135deg, var(--muted) 0 1px, transparent 1px 4px);
  }
  .key-waiting::before {
    height: 2px !important;
    background: repeating-linear-gradient(90deg, var(--muted) 0 2px, transparent 2px 5px);
  }
  .key-blocked::before {
    background: repeating-linear-gradient(135deg, var(--danger) 0 3px, var(--danger-soft) 3px 5px);
  }
  .lanes {
    display: grid;
    grid-template-columns: minmax(calc(64 * var(--loop-u)), auto) minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    gap: 0 8px;
    max-height: calc(300 * var(--loop-u));
    min-height: 0;
    margin-inline-end: -8px;
    padding-inline-end: 8px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--strong-line) transparent;
  }
  .corner,
  .ruler {
    position: sticky;
    top: 0;
    z-index: 1;
    min-width: 0;
    background: var(--surface);
  }
  .corner {
    align-content: end;
    font-size: calc(11 * var(--loop-u));
  }
  .names {
    max-width: calc(132 * var(--loop-u));
  }
  .lane-name {
    display: flex;
    align-items: center;
    height: var(--lane);
    overflow: hidden;
    font-size: var(--small);
  }
  .lane-name .badge {
    max-width: 100%;
  }
  .lane-name .badge b {
    flex: none;
    max-width: 100%;
  }
  .lane-name .shape + b {
    max-width: calc(100% - 6px - 10 * var(--loop-u));
  }
  .lane-name .more {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .track {
    position: relative;
    min-width: 0;
    overflow: clip;
  }
  /* Past the cursor is what was already seen: there, but pale. */
  .veil {
    position: absolute;
    inset: 0;
    background: color-mix(in srgb, var(--surface) 72%, transparent);
    border-inline-start: 2px solid var(--accent);
    transform: translateX(calc(var(--cursor, 0px) - 1px));
    pointer-events: none;
  }
  .lanes canvas {
    display: block;
    width: 100%;
    height: 0;
    font-family: var(--sans);
    color: var(--ink);
  }
  .picture {
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .scrub {
    display: block;
    width: 100%;
    height: calc(20 * var(--loop-u));
    margin: 0;
    appearance: none;
    background: transparent;
    cursor: ew-resize;
  }
  .scrub::-webkit-slider-runnable-track {
    height: 4px;
    background: var(--line);
    border-radius: 2px;
  }
  .scrub::-moz-range-track {
    height: 4px;
    background: var(--line);
    border-radius: 2px;
  }
  .scrub::-webkit-slider-thumb {
    appearance: none;
    width: calc(16 * var(--loop-u));
    height: calc(16 * var(--loop-u));
    margin-top: calc(2px - 8 * var(--loop-u));
    background: var(--accent);
    border: 3px solid var(--surface);
    border-radius: 50%;
    box-shadow: 0 0 0 1px var(--accent);
  }
  .scrub::-moz-range-thumb {
    width: calc(10 * var(--loop-u));
    height: calc(10 * var(--loop-u));
    background: var(--accent);
    border: 3px solid var(--surface);
    border-radius: 50%;
    box-shadow: 0 0 0 1px var(--accent);
  }
  .scrub:disabled {
    opacity: 0.35;
    cursor: default;
  }
  /* It grows with what is printed, up to where it scrolls. */
  .print {
    flex: none;
    min-height: calc(168 * var(--loop-u));
    max-height: calc(340 * var(--loop-u));
    padding: 0 0 10px;
    overflow: auto;
    contain: content;
    font: calc(12.5 * var(--loop-u))/1.55 var(--mono);
    scrollbar-width: thin;
    scrollbar-color: var(--strong-line) transparent;
  }
  @container (min-width: 45em) {
    .lanes {
      max-height: none;
    }
    .print {
      flex: 1;
      min-height: 0;
      max-height: none;
    }
  }
  /* Where the parts stand below each other, what the program asks stays in sight while its reader looks at the others. */
  @container not (min-width: 45em) {
    .floor,
    .io {
      display: contents;
    }
    .box-timeline,
    .box-output {
      border-top: 1px solid var(--line);
    }
    .ask {
      position: sticky;
      bottom: 0;
      z-index: 3;
    }
  }
  .print .empty {
    padding-inline: 14px;
    font-family: var(--sans);
  }
  .print .line {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding-inline: 14px;
    cursor: pointer;
  }
  .print .line:hover {
    background: var(--paper);
  }
  .print .mark {
    flex: none;
    width: calc(10 * var(--loop-u));
  }
  .print .text {
    flex: 1;
    min-width: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 8;
    color: color-mix(in srgb, var(--tone) 55%, var(--ink));
  }
  /* A traceback points with its columns: it is never broken. */
  .print .error .text {
    color: var(--danger);
  }
  .print .whole .text {
    flex: 1 0 auto;
    white-space: pre;
  }
  /* Leads to the line that it names. */
  .place {
    padding: 0;
    font: inherit;
    color: inherit;
    text-align: start;
    white-space: inherit;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor 45%, transparent);
    text-underline-offset: 2px;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .place:hover {
    text-decoration-color: currentcolor;
  }
  /* What a program says to a terminal about its text. */
  .look.bold {
    font-weight: 600;
  }
  .look.dim {
    color: var(--muted);
  }
  .look.italic {
    font-style: italic;
  }
  .look.underline {
    text-decoration: underline;
  }
  .look.strike {
    text-decoration: line-through;
  }
  .look.red {
    color: var(--danger);
  }
  .look.green {
    color: var(--task-2);
  }
  .look.yellow {
    color: var(--task-4);
  }
  .look.blue {
    color: var(--task-0);
  }
  .look.magenta {
    color: var(--task-3);
  }
  .look.cyan {
    color: var(--task-6);
  }
  .look.reverse {
    color: var(--surface);
    background: var(--ink);
  }
  .when-printed {
    flex: none;
    padding: 0;
    background: none;
    border: 0;
    cursor: pointer;
    font-family: inherit;
    color: var(--faint);
    font-size: calc(11 * var(--loop-u));
    font-variant-numeric: tabular-nums;
  }
  .ending {
    margin-inline-start: auto;
    color: var(--muted);
    font-size: var(--small);
  }
  .ending.bad {
    color: var(--danger);
  }
  .ask {
    display: flex;
    gap: 6px;
    padding: 8px 12px;
    background: var(--surface);
    border-top: 1px solid var(--line);
  }
  .ask input {
    flex: 1;
    min-width: 0;
    padding: 0 10px;
    font: calc(13 * var(--loop-u))/1 var(--mono);
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--strong-line);
    border-radius: 7px;
  }
`;

const motion = css`
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export const styles = [tokens, frame, controls, boxes, floor, ...parts, motion, forced, paper(light)];
