/** How the player looks where it is not shown in its own colours: in those of the reader's system, and on paper. */
import { css } from 'lit';
import type { CSSResult } from 'lit';

/** Few colours are left there, and no shadows: what is chosen or runs has an outline or the system's own colours. */
export const forced = css`
  @media (forced-colors: active) {
    .tab[aria-selected='true'],
    .cycle li.lit,
    .button.main {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    .run-line,
    .error-line,
    .pick[aria-pressed='true'],
    .menu-list button:is(:hover, :focus-visible),
    .guess:is(.right, .wrong),
    .small.right {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .run-marker,
    .legend li::before,
    .bar,
    .bar i,
    .breakpoint {
      forced-color-adjust: none;
    }
    .scrub::-webkit-slider-runnable-track {
      background: CanvasText;
    }
    .scrub::-moz-range-track {
      background: CanvasText;
    }
  }
`;

/** On paper: the whole program and all that was printed, in the light theme's colours, and nothing to press. */
export const paper = (light: CSSResult): CSSResult => css`
  @media print {
    :host,
    :host([theme]) {
      ${light}
      color-scheme: light;
    }
    .controls,
    .story-tools,
    .tools,
    .scrub,
    .ask,
    .explain,
    .drawer {
      display: none;
    }
    .player,
    .stage,
    .floor,
    .source,
    .code-window {
      display: block;
      height: auto;
      overflow: visible;
      box-shadow: none;
    }
    .source,
    .boxes > .box {
      contain: none !important;
    }
    .listing {
      position: static;
    }
    .listing,
    .cm-scroller,
    .print,
    .lanes,
    .box .rows {
      height: auto !important;
      min-height: 0;
      max-height: none;
      overflow: visible !important;
      contain: none;
    }
    .listing :is(.line-row, .code),
    .cm-content {
      flex-shrink: 1 !important;
      min-width: 0 !important;
    }
    .listing .code,
    .cm-line {
      white-space: pre-wrap !important;
      overflow-wrap: anywhere;
    }
    .wait-chips {
      position: static;
    }
    .row {
      content-visibility: visible;
    }
    .boxes {
      grid-template-rows: auto;
    }
    .box,
    .boxes {
      break-inside: avoid;
    }
    .box-output {
      break-inside: auto;
    }
  }
`;
