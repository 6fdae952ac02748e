/** The look of what opens and explains: titles, tabs, menu, drawer, cards, quiz; and of the lanes' frame. */
import { css } from 'lit';

const small = css`
  .small,
  .tool,
  .pick,
  .title,
  .tab {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .small {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: calc(26 * var(--loop-u));
    padding: 1px 10px;
    font-size: var(--small);
    font-weight: 500;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--strong-line);
    border-radius: 7px;
  }
  .small:hover:not(:disabled) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .small:disabled {
    cursor: default;
  }
  .tool {
    display: inline-grid;
    place-items: center;
    width: calc(24 * var(--loop-u));
    height: calc(24 * var(--loop-u));
    padding: 0;
    color: var(--muted);
    border-radius: 6px;
  }
  .tool:hover:not(:disabled) {
    color: var(--ink);
    background: var(--accent-soft);
  }
  .tool:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .tool svg {
    width: calc(16 * var(--loop-u));
    height: calc(16 * var(--loop-u));
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
  }
  .tools {
    display: flex;
    gap: 1px;
  }
  .pick {
    display: inline-flex;
    min-width: 0;
    max-width: 100%;
    padding: 1px 4px;
    margin-inline-start: -4px;
    border-radius: 5px;
  }
  .pick:hover {
    background: var(--accent-soft);
  }
  .pick[aria-pressed='true'] {
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  :is(.small, .tool, .pick, .title, .tab, summary, .drawer-content, .guess .text, .graph):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
`;

const titles = css`
  .explained {
    position: relative;
    display: flex;
    min-width: 0;
  }
  .title {
    padding: 3px 0;
    letter-spacing: inherit;
    text-transform: inherit;
    cursor: help;
  }
  .title:hover {
    color: var(--ink);
  }
  .explain {
    position: absolute;
    inset-inline-start: -6px;
    top: calc(100% + 4px);
    z-index: 6;
    display: none;
    width: calc(290 * var(--loop-u));
    max-width: calc(100cqi - calc(40 * var(--loop-u)));
    padding: 10px 12px;
    color: var(--ink);
    font-size: var(--small);
    line-height: 1.45;
    background: var(--surface);
    border: 1px solid var(--strong-line);
    border-radius: 10px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 16%);
  }
  .floor .explain {
    top: auto;
    bottom: calc(100% + 4px);
  }
  .boxes > .box-waiting .explain,
  .io .explain {
    inset-inline: auto -6px;
    left: auto;
  }
  .explained:not(.hush):is(:hover, :has(:focus-visible)) > .explain {
    display: block;
    animation: appear var(--quick) ease-out 250ms backwards;
  }
  .explained:hover:not(:has(:focus-visible)) > .explain {
    animation-delay: 450ms;
  }
  .explain p + p {
    margin-top: 3px;
  }
  .drawing {
    display: block;
    width: calc(120 * var(--loop-u));
    height: calc(36 * var(--loop-u));
    margin-bottom: 6px;
  }
  .drawing .lines {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .drawing .accent {
    fill: var(--accent);
  }
  .drawing .pale {
    fill: color-mix(in srgb, var(--muted) 45%, transparent);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0;
    margin-inline-start: -4px;
  }
  .tab {
    padding: 4px;
    font: 600 calc(11.5 * var(--loop-u))/1 var(--sans);
    letter-spacing: -0.03em;
    text-transform: none;
    color: var(--faint);
    border-radius: 6px;
  }
  /* Of how many the rows are, not of how many the last tab would be. */
  .explained:has(.tabs) + .count {
    margin-inline-start: auto;
  }
  /* Beside the tabs there is no room for many digits there: they would break the row, and push the rows down. */
  @container (min-width: 45em) and (max-width: 68.75em) {
    .full .explained:has(.tabs) + .count {
      display: none;
    }
  }
  .tab:hover {
    color: var(--ink);
  }
  .tab[aria-selected='true'] {
    color: var(--ink);
    background: var(--accent-soft);
  }
`;

const menu = css`
  .menu {
    position: relative;
  }
  .menu > summary {
    width: calc(38 * var(--loop-u));
    min-height: calc(30 * var(--loop-u));
    padding: 0;
    justify-content: center;
    list-style: none;
    border-color: var(--line);
  }
  .menu > summary::-webkit-details-marker {
    display: none;
  }
  .menu-list {
    position: absolute;
    inset-inline-end: 0;
    top: calc(100% + 4px);
    z-index: 8;
    width: max-content;
    max-width: calc(100cqi - calc(24 * var(--loop-u)));
    padding: 5px;
    background: var(--surface);
    border: 1px solid var(--strong-line);
    border-radius: 10px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 16%);
  }
  .menu-group + .menu-group {
    margin-top: 4px;
    padding-top: 4px;
    border-top: 1px solid var(--line);
  }
  .menu-list button {
    display: block;
    width: 100%;
    padding: 6px 12px;
    font: inherit;
    color: var(--ink);
    text-align: start;
    background: none;
    border: 0;
    border-radius: 6px;
    cursor: pointer;
  }
  .menu-list button:is(:hover, :focus-visible) {
    background: var(--accent-soft);
    outline: none;
    box-shadow: inset 3px 0 0 var(--accent);
  }
`;

const drawer = css`
  .story-tools {
    display: flex;
    flex: none;
    gap: 6px;
    margin-inline-start: auto;
  }
  .button-interrupt {
    flex: none;
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .hint-button {
    color: var(--danger);
    border-color: color-mix(in srgb, var(--danger) 50%, var(--surface));
  }
  .stage {
    position: relative;
  }
  /* On a phone it stands above what it is about, where it is seen. */
  .drawer {
    order: -1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  .drawer > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 7px 14px 5px;
  }
  .drawer-content {
    flex: 1;
    min-height: 0;
    padding: 4px 14px 14px;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--strong-line) transparent;
  }
  .drawer-content > * + * {
    margin-top: 8px;
  }
  @container (min-width: 45em) {
    .drawer {
      position: absolute;
      z-index: 4;
      inset-block: 0;
      inset-inline-end: 0;
      width: calc(100% / 2.04);
      border-bottom: 0;
      border-inline-start: 1px solid var(--line);
    }
  }
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .mistake {
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--danger);
    border-radius: 8px;
  }
  .mistake h3 {
    margin: 0 0 3px;
    font: 600 calc(13.5 * var(--loop-u))/1.4 var(--sans);
  }
  .diff {
    margin-top: 7px;
    padding: 6px 8px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    font: calc(12 * var(--loop-u))/1.5 var(--mono);
    background: var(--paper);
    border-radius: 6px;
  }
  .diff :is(del, ins) {
    text-decoration: none;
  }
  .diff del {
    color: var(--danger);
  }
  .diff ins {
    color: var(--task-2);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 7px;
  }
  .order {
    display: grid;
    gap: 4px;
  }
  .guess {
    display: flex;
    gap: 4px;
    align-items: center;
    padding: 2px 4px 2px 10px;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 7px;
    cursor: grab;
  }
  .guess[draggable='false'] {
    cursor: default;
  }
  .guess .text {
    flex: 1;
    min-width: 0;
    font: calc(12.5 * var(--loop-u))/1.8 var(--mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .guess.right,
  .small.right {
    border-color: var(--task-2);
    box-shadow: inset 3px 0 0 var(--task-2);
  }
  .guess.wrong {
    border-color: var(--danger);
    box-shadow: inset 3px 0 0 var(--danger);
  }
  .guess .sign {
    width: calc(14 * var(--loop-u));
    color: var(--task-2);
    font-weight: 700;
  }
  .guess.wrong .sign {
    color: var(--danger);
  }
  .verdict:not(:empty) {
    margin-top: 6px;
    font-weight: 600;
  }
  .question {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .question + .question {
    margin-top: 16px;
  }
  .question > .small {
    margin-top: 7px;
  }
  .question legend {
    padding: 0;
    font-weight: 600;
  }
  .keys {
    width: 100%;
    border-collapse: collapse;
    font-size: calc(13 * var(--loop-u));
  }
  .keys :is(td, th) {
    padding: 4px 8px 4px 0;
    text-align: start;
    border-bottom: 1px solid var(--line);
  }
  kbd {
    font: 600 calc(12 * var(--loop-u))/1.4 var(--sans);
    white-space: nowrap;
  }
`;

const sides = css`
  .tasks {
    overflow: auto;
  }
  .tasks table {
    width: 100%;
    font-size: var(--small);
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .tasks :is(td, th) {
    padding: 1px 8px 1px 0;
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  .tasks thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    color: var(--muted);
    background: var(--raised);
  }
  .tasks :is(td, th):nth-child(n + 3) {
    padding-inline-end: 2px;
    text-align: end;
  }
  .detail {
    margin-bottom: 6px;
    padding: 5px 9px 7px;
    border-inline-start: 3px solid var(--tone);
    background: color-mix(in srgb, var(--tone) 7%, transparent);
  }
  .whose {
    display: flex;
    gap: 6px;
    align-items: center;
    font-size: var(--small);
    color: var(--muted);
  }
  .whose select {
    min-width: 0;
    min-height: calc(26 * var(--loop-u));
    max-width: 100%;
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--strong-line);
    border-radius: 7px;
  }
  .frames p {
    margin: 0;
  }
  .frame-list {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .frame {
    padding: 2px 0 4px 9px;
    border-inline-start: 3px solid var(--tone);
    font-size: var(--small);
  }
  .frame.globals {
    border-inline-start-color: var(--strong-line);
  }
  .frame-head {
    display: flex;
    gap: 8px;
    justify-content: space-between;
  }
  .frame-head b {
    font-family: var(--mono);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .frame dl {
    display: grid;
    margin: 0;
  }
  .frame dl div {
    display: flex;
    gap: 8px;
    min-width: 0;
  }
  .frame :is(dt, dd) {
    margin: 0;
    font-family: var(--mono);
  }
  .frame dt {
    flex: none;
    color: var(--muted);
  }
  .frame dd {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .value-tip {
    display: grid;
    gap: 2px;
    max-width: min(calc(420 * var(--loop-u)), 86vw);
    padding: 5px 9px;
    font: calc(12.5 * var(--loop-u))/1.5 var(--sans);
  }
  .value-tip > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
  }
  .value-tip code {
    font: calc(12 * var(--loop-u))/1.5 var(--mono);
    overflow-wrap: anywhere;
  }
  .thing {
    flex-wrap: wrap;
    justify-content: flex-start;
    border-inline-start-color: color-mix(in srgb, var(--tone) 70%, transparent);
  }
  .thing .what {
    flex: 1;
  }
  .thing-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .thing > .bar {
    inset-inline-start: 9px;
  }
  .inside {
    display: flex;
    flex-wrap: wrap;
    flex: 1 0 100%;
    gap: 3px 8px;
    align-items: center;
    font-size: var(--small);
  }
  .bracket:not(:empty) {
    padding-inline-start: 8px;
    border: solid var(--strong-line);
    border-width: 0 0 0 2px;
    border-radius: 6px;
  }
  .item {
    padding: 0 6px;
    font: calc(11.5 * var(--loop-u))/1.6 var(--mono);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 4px;
  }
  .graph {
    overflow: auto;
  }
  /* What is a little too wide is drawn smaller; what is much too wide is scrolled. */
  .graph svg {
    display: block;
    width: calc(var(--wide) * var(--loop-u));
    overflow: visible;
    max-width: max(100%, calc(var(--wide) * 0.85 * var(--loop-u)));
    height: auto;
    /* Of the drawing's own units. */
    font: 600 11.5px var(--sans);
  }
  .node rect {
    fill: color-mix(in srgb, var(--tone) 9%, var(--surface));
    stroke: var(--tone);
  }
  .node-thing rect {
    stroke-dasharray: 3 2;
  }
  .node path,
  .node-task text {
    fill: var(--tone);
  }
  .node-thing text {
    fill: var(--muted);
  }
  .node.stuck rect {
    stroke: var(--danger);
    stroke-width: 2;
  }
  .edge .way {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.3;
  }
  .edge .tip {
    fill: var(--muted);
  }
  .edge.stuck .way {
    stroke: var(--danger);
    stroke-width: 2;
  }
  .edge.stuck .tip {
    fill: var(--danger);
  }
  .deadlock {
    margin-bottom: 6px;
    color: var(--danger);
    font-size: var(--small);
    font-weight: 600;
  }
`;

const marks = css`
  .cm-breakpoints {
    width: calc(13 * var(--loop-u));
    cursor: pointer;
  }
  .breakpoint {
    display: block;
    width: calc(9 * var(--loop-u));
    height: calc(9 * var(--loop-u));
    margin: 6px 2px 0;
    border-radius: 50%;
  }
  .cm-breakpoints .cm-gutterElement:hover .breakpoint {
    background: color-mix(in srgb, var(--danger) 35%, transparent);
  }
  .breakpoint.set {
    background: var(--danger) !important;
  }
  .await {
    text-underline-offset: 3px;
  }
  .await-suspended {
    text-decoration: underline dotted 2px var(--accent);
  }
  .await-straight {
    text-decoration: underline solid 2px var(--task-2);
  }
  .await-both {
    text-decoration: underline dashed 2px var(--task-5);
  }
  .await-note {
    margin-inline-start: 14px;
    padding-inline-start: 10px;
    font: italic calc(12 * var(--loop-u))/1.5 var(--sans);
    color: var(--faint);
    border-inline-start: 2px solid var(--task-2);
    user-select: none;
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
    font: calc(12 * var(--loop-u))/1.5 var(--sans);
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

const lanes = css`
  .lanes {
    position: relative;
    grid-template-columns: calc(124 * var(--loop-u)) minmax(0, 1fr) !important;
  }
  .names {
    position: relative;
    height: calc(var(--rows, 0) * 22 * var(--loop-u));
  }
  .lane-name {
    position: absolute;
    inset-inline: 0;
    top: calc(var(--row, 0) * 22 * var(--loop-u));
    height: calc(22 * var(--loop-u)) !important;
  }
  .track {
    overflow: visible !important;
    overflow-x: clip !important;
  }
  .picture {
    position: sticky;
    top: calc(36 * var(--loop-u));
  }
  .axis {
    cursor: grab;
    touch-action: pan-y;
  }
  .box-timeline > header .tools {
    margin-inline-start: auto;
  }
  @container (max-width: 35em) {
    .lanes {
      grid-template-columns: calc(104 * var(--loop-u)) minmax(0, 1fr) !important;
    }
    .lane-name .more {
      display: none;
    }
  }
`;

/* The phases stand in a ring: an arrow from each to the next, and one from the last back to the first. */
const ring = css`
  .cycle {
    position: relative;
    gap: calc(14 * var(--loop-u));
    padding-bottom: 3px;
  }
  .cycle li {
    position: relative;
    background: var(--raised);
  }
  .cycle li + li::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(-12 * var(--loop-u));
    width: calc(6 * var(--loop-u));
    height: calc(6 * var(--loop-u));
    border: solid var(--faint);
    border-width: 1.5px 1.5px 0 0;
    transform: rotate(45deg);
  }
  .cycle::after {
    content: '';
    position: absolute;
    inset: auto 26px -5px;
    height: calc(8 * var(--loop-u));
    border: 1.5px solid var(--strong-line);
    border-top: 0;
    border-radius: 0 0 8px 8px;
  }
  .loop-clock h2 {
    line-height: inherit;
  }
  /* There is room for their names alone. */
  @container (min-width: 45em) and (max-width: 54em) {
    .cycle .icon {
      display: none;
    }
  }
`;

const simple = css`
  @container (min-width: 45em) {
    .simple .boxes {
      grid-template-rows: auto auto minmax(auto, 1fr);
    }
    .simple .boxes > .box-waiting {
      grid-column: 1 / -1;
      border-inline-start: 0;
    }
    .simple .floor {
      grid-template-columns: minmax(0, 1fr);
    }
    .simple .io {
      border-inline-start: 0;
    }
  }
`;

const output = css`
  .print .line {
    width: 100%;
  }
  .trouble-group > summary {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding-inline: 14px;
    color: var(--danger);
    cursor: pointer;
    list-style-position: inside;
  }
  .advice {
    margin: 2px 14px 6px 30px;
    color: var(--ink);
    font-family: var(--sans);
    white-space: normal;
  }
  .trouble-group > summary::before {
    content: '▸';
    flex: none;
    width: calc(10 * var(--loop-u));
    color: var(--muted);
    text-align: center;
  }
  .trouble-group[open] > summary::before {
    content: '▾';
  }
  .trouble-group > summary::-webkit-details-marker {
    display: none;
  }
  .trouble-group > summary:hover {
    background: var(--paper);
  }
  .trouble-group > summary b {
    flex: 1;
    min-width: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .trouble-group > summary .frame {
    flex: none;
    color: var(--muted);
    font: calc(11 * var(--loop-u)) var(--sans);
  }
`;

export const parts = [small, titles, menu, drawer, sides, marks, source, lanes, ring, simple, output];
