/** How the player looks. Tokens first: every colour, size and duration below is one of them. */
import { css } from 'lit';
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
    --code-size: 13px;
    --small: 12px;
    --text: 13.5px;
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

const frame = css`
  :host {
    display: flex;
    flex-direction: column;
    font: var(--text) / 1.45 var(--sans);
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
    font: var(--text) / 1.45 var(--sans);
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
    height: 320px;
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
    width: 7px;
    height: 7px;
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
    width: 13px;
    cursor: pointer;
  }
  .listing .stop:hover .breakpoint {
    background: color-mix(in srgb, var(--danger) 35%, transparent);
  }
  .listing .mark {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    width: 24px;
    padding-inline-end: 2px;
  }
  .listing .number {
    min-width: 26px;
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
  @container (min-width: 720px) {
    .stage,
    .floor {
      grid-template-columns: minmax(0, 1.04fr) minmax(0, 1fr);
    }
    .stage {
      flex: 1.9 1 384px;
      grid-template-rows: minmax(0, 1fr);
      min-height: 330px;
      /* Without a height of the page's own, this is the stage's. */
      height: 384px;
    }
    .source {
      height: auto;
      min-height: 0;
    }
    .boxes {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.66fr);
      grid-template-rows: auto auto auto minmax(0, 1fr) auto;
      align-content: stretch;
      min-height: 0;
      border-top: 0;
      border-inline-start: 1px solid var(--line);
    }
    /* As high with one line beside the clock as with two. */
    .loop {
      height: 46px;
      padding-block: 0;
    }
    .boxes > :is(.loop, .box-ready, .box-running, .box-workers) {
      grid-column: 1 / -1;
    }
    .boxes > .box-waiting {
      border-inline-start: 1px solid var(--line);
    }
    .floor {
      flex: 1 1 216px;
      grid-template-rows: minmax(0, 1fr);
      min-height: 190px;
      height: 216px;
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
    min-height: 34px;
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
    min-width: 122px;
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
    width: 14px;
    height: 14px;
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
    min-height: 30px;
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
    min-height: 40px;
    padding: 5px 12px 5px 16px;
    font-size: 14.5px;
    line-height: 1.35;
    background: var(--accent-soft);
    border-bottom: 1px solid var(--line);
  }
  .story.trouble {
    color: var(--danger);
    background: var(--danger-soft);
  }
  /* A phone: what moves the picture and the sentence about it stay in sight, the choices scroll away. */
  @container (max-width: 560px) {
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
      grid-template-columns: minmax(0, 1fr) minmax(0, 0.8fr) repeat(2, minmax(0, 1.15fr)) 40px;
      gap: 8px;
      padding: 0 10px 8px;
    }
    .buttons .button:not(.main) {
      flex: 1;
      min-width: 40px;
      padding: 0;
      justify-content: center;
    }
    .button,
    .button.main {
      min-height: 40px;
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
      min-height: 34px;
      padding-inline: 6px 0;
    }
    /* Below what stays in sight. */
    .source {
      scroll-margin-top: 132px;
    }
    .loop {
      flex-wrap: wrap;
      height: 76px;
    }
    .loop-clock {
      flex: 1 0 100%;
    }
    .story {
      position: sticky;
      top: 56px;
      z-index: 3;
      height: 54px;
      padding: 4px 14px;
      font-size: 13.5px;
      border-top: 1px solid var(--line);
    }
    /* What went wrong is read to its end; nothing moves any more. */
    .story.trouble {
      height: auto;
      min-height: 54px;
    }
  }
  /* Two rows, so that each choice can be read. */
  @container (max-width: 460px) {
    .choices {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) 40px;
    }
    .choices .menu {
      grid-area: 1 / 3;
    }
  }
  @container (max-width: 360px) {
    .story {
      padding-block: 0;
      font-size: 12.5px;
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
    min-height: 20px;
    margin-bottom: 4px;
  }
  h2 {
    font: 600 11px/1 var(--sans);
    letter-spacing: 0.05em;
    text-transform: uppercase;
    color: var(--muted);
  }
  .count {
    min-width: 20px;
    padding: 2px 6px;
    font: 600 11px/1.2 var(--sans);
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
  .loop {
    display: flex;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
    min-width: 0;
    padding: 8px 14px;
  }
  .loop-clock {
    display: flex;
    gap: 8px;
    align-items: baseline;
    min-width: 0;
  }
  .loop-clock .explained {
    flex: none;
  }
  .loop-clock b {
    flex: none;
    min-width: 6.2ch;
    font: 600 19px/1.3 var(--mono);
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
    gap: 0 8px;
    align-self: center;
    min-width: 0;
    max-height: 2.5em;
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
    width: 12px;
    height: 12px;
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
    width: 10px;
    height: 10px;
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
    height: 30px;
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
    font-size: 11px;
  }
  .chip,
  .card {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: 26px;
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
    height: 34px;
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
  .now .more {
    overflow: hidden;
    text-overflow: ellipsis;
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
    height: 90px;
  }
  .box-waiting .rows,
  .box-waiting .empty {
    height: 148px;
  }
  .side-graph :is(.rows, .empty) {
    height: 240px;
  }
  .box-workers .rows,
  .box-workers .empty {
    height: 52px;
  }
  .box-workers .rows {
    grid-template-columns: repeat(auto-fit, minmax(216px, 1fr));
    column-gap: 14px;
  }
  /* What it works on stands beside its name where some of it can be read, and else in a second row that is not seen. */
  .box-workers .what {
    flex: 1;
    height: 19px;
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
  @container (min-width: 720px) {
    .box:is(.box-timers, .box-waiting) :is(.rows, .empty) {
      flex: 1;
      height: auto;
    }
  }
  .row {
    position: relative;
    display: flex;
    gap: 1px 8px;
    align-items: baseline;
    justify-content: space-between;
    min-height: 24px;
    padding: 2px 0 2px 9px;
    border-inline-start: 3px solid var(--tone);
    content-visibility: auto;
    contain-intrinsic-size: auto 26px;
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
    font-size: 13px;
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
    max-width: 110px;
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
  @container (max-width: 220px) {
    .timer :is(.more, .when > :not(b)) {
      display: none;
    }
  }
  @container (max-width: 130px) {
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
    font-size: 11px;
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

const source = css`
  .cm-editor {
    height: 100%;
  }
  .run-line {
    background: color-mix(in srgb, var(--tone) 13%, transparent);
    box-shadow: inset 3px 0 0 var(--tone);
  }
  .error-line {
    background: var(--danger-soft);
    box-shadow: inset 3px 0 0 var(--danger);
  }
  .problem {
    text-decoration: underline wavy var(--danger) 1px;
    text-underline-offset: 3px;
  }
  .cm-marks .cm-gutterElement {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    padding-inline-end: 2px;
  }
  .run-marker {
    width: 0;
    height: 0;
    border: 5px solid transparent;
    border-inline-start: 8px solid var(--tone);
    margin-inline-end: -3px;
  }
  .wait-marker {
    display: inline-flex;
    gap: 1px;
  }
  /* Behind the code; where the line is longer than the window, at the window's edge, over the end of the code. */
  .wait-chips {
    position: sticky;
    right: 6px;
    display: inline-flex;
    gap: 6px;
    margin-inline-start: 14px;
    vertical-align: middle;
    font: 12px/1.5 var(--sans);
    color: var(--muted);
    user-select: none;
  }
  .wait-chip {
    display: inline-flex;
    gap: 5px;
    align-items: center;
    padding: 0 8px;
    color: var(--tone);
    font-weight: 600;
    background: color-mix(in srgb, var(--tone) 9%, var(--surface));
    border: 1px dashed color-mix(in srgb, var(--tone) 55%, transparent);
    border-radius: 10px;
  }
  .wait-chip .more {
    font-weight: 400;
    white-space: nowrap;
  }
  .stale.problem-note {
    color: var(--danger);
    background: var(--danger-soft);
  }
  /* Below the code, not over it: whoever writes the last line sees it. */
  .stale {
    flex: none;
    padding: 6px 14px;
    color: var(--muted);
    font-size: var(--small);
    background: var(--raised);
    border-top: 1px solid var(--line);
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
    font-size: 11px;
  }
  .legend li {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .legend li::before {
    content: '';
    width: 16px;
    height: 9px;
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
    grid-template-columns: minmax(64px, auto) minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    gap: 0 8px;
    max-height: 300px;
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
    font-size: 11px;
  }
  .names {
    max-width: 132px;
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
    height: 20px;
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
    width: 16px;
    height: 16px;
    margin-top: -6px;
    background: var(--accent);
    border: 3px solid var(--surface);
    border-radius: 50%;
    box-shadow: 0 0 0 1px var(--accent);
  }
  .scrub::-moz-range-thumb {
    width: 10px;
    height: 10px;
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
    min-height: 168px;
    max-height: 340px;
    padding: 0 0 10px;
    overflow: auto;
    contain: content;
    font: 12.5px/1.55 var(--mono);
    scrollbar-width: thin;
    scrollbar-color: var(--strong-line) transparent;
  }
  @container (min-width: 720px) {
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
  @container not (min-width: 720px) {
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
    width: 10px;
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
    font-size: 11px;
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
    font: 13px/1 var(--mono);
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

export const styles = [tokens, frame, controls, boxes, source, floor, ...parts, motion, forced, paper(light)];
