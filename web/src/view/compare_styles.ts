/** The look of two runs side by side. */
import { css } from 'lit';

export const compareStyles = css`
  /* On a narrow screen the player's own bar takes its parts apart; this one has three that stay together. */
  .compare .controls {
    display: flex;
    flex-wrap: nowrap;
  }
  .compare .button.main {
    flex: none;
    min-width: calc(104 * var(--loop-u));
  }
  .compare .scrub {
    flex: 1;
    min-width: calc(60 * var(--loop-u));
  }
  .compare .clock {
    min-width: 7ch;
    font: 600 calc(15 * var(--loop-u))/1 var(--mono);
    text-align: end;
  }
  .pair {
    display: grid;
    flex: none;
    grid-template-columns: minmax(0, 1fr);
  }
  .side {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-top: 1px solid var(--line);
  }
  .side > header {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    padding: 8px 12px;
  }
  .side select {
    min-width: 0;
  }
  .side textarea {
    flex: 1.4;
    min-height: calc(180 * var(--loop-u));
    padding: 8px 14px;
    font: calc(12.5 * var(--loop-u))/1.55 var(--mono);
    color: var(--ink);
    white-space: pre;
    background: var(--surface);
    border: solid var(--line);
    border-width: 1px 0 0;
    resize: none;
  }
  .side textarea:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  /* Both runs under one ruler: what stands under what happens at the same time. */
  .compare-lanes {
    flex: none;
    min-height: calc(186 * var(--loop-u));
    max-height: calc(260 * var(--loop-u));
    padding: 4px 24px 8px 12px;
    overflow: hidden auto;
    border-top: 1px solid var(--line);
  }
  .lane-group + .lane-group {
    margin-top: 4px;
    padding-top: 4px;
    border-top: 1px dashed var(--line);
  }
  .lane-title b {
    color: var(--muted);
    font-size: calc(11 * var(--loop-u));
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .axis-ticks,
  .axis-end {
    position: relative;
    height: calc(16 * var(--loop-u));
    color: var(--muted);
    font-size: calc(11 * var(--loop-u));
    font-variant-numeric: tabular-nums;
  }
  .axis-ticks i,
  .axis-end i {
    position: absolute;
    left: calc(var(--share) * 100%);
    font-style: normal;
    white-space: nowrap;
    transform: translateX(-50%);
  }
  .axis-end i {
    right: calc(100% - var(--share) * 100%);
    left: auto;
    padding-right: 4px;
    color: var(--ink);
    border-right: 1px solid var(--ink);
    transform: none;
  }
  .prints .side {
    border-top-color: var(--line);
  }
  .compare-lane {
    display: grid;
    grid-template-columns: calc(92 * var(--loop-u)) minmax(0, 1fr);
    gap: 8px;
    align-items: center;
    height: calc(20 * var(--loop-u));
    font-size: var(--small);
  }
  .axis-lane {
    width: 100%;
    height: calc(20 * var(--loop-u));
    overflow: visible;
  }
  .axis-running {
    fill: var(--tone);
  }
  .axis-blocked {
    fill: var(--danger);
  }
  .axis-ready {
    fill: none;
    stroke: var(--tone);
    vector-effect: non-scaling-stroke;
  }
  .axis-wait {
    fill: none;
    stroke: var(--tone);
    stroke-width: 2;
    stroke-dasharray: 2 4;
    vector-effect: non-scaling-stroke;
  }
  .side .print {
    flex: 1;
    min-height: calc(120 * var(--loop-u));
  }
  .side .print time {
    flex: none;
    color: var(--faint);
    font-size: calc(11 * var(--loop-u));
  }
  @container (min-width: 45em) {
    .pair {
      flex: 1.3;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      min-height: 0;
    }
    .compare-lanes {
      height: calc(176 * var(--loop-u));
    }
    .pair.prints {
      flex: 1;
    }
    .side + .side {
      border-inline-start: 1px solid var(--line);
    }
  }
`;
