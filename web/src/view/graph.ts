/** Who waits for whom, as a picture; beside it the same in words, for those who are read to. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { waitGraph } from '../model/graph';
import type { GraphEdge, GraphNode, WaitGraph } from '../model/graph';
import { colourOf, nameOf } from '../model/state';
import type { LoopState } from '../model/state';
import { TEXT } from '../model/text';
import { empty, vars } from './box';
import { SHAPES, toneClass } from './shapes';

const COLUMN = 100;
const ROW = 32;
const NODE = { width: 78, height: 22 } as const;
const LONGEST = 11;
/** Drawn smaller than this, its words could not be read. */
const SMALLEST = 0.85;

export function graphView(state: LoopState): TemplateResult {
  const graph = waitGraph(state);
  if (graph.nodes.length === 0) return empty(TEXT.waiting.empty);
  const columns = Math.max(...graph.nodes.map((node) => node.column)) + 1;
  const rows = Math.max(...graph.nodes.map((node) => node.row)) + 1;
  const [width, height] = [columns * COLUMN - (COLUMN - NODE.width) + 4, rows * ROW + 2];
  return html`<div class="graph rows" tabindex="0" role="group" aria-label=${TEXT.graph.title}>
    ${graph.deadlock.length > 0 ? html`<p class="deadlock">${TEXT.graph.deadlock(graph.deadlock.map((id) => nameOf(state, id)))}</p>` : nothing}
    <svg ${vars({ '--least': `${(width * SMALLEST).toFixed(0)}px` })} width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="img" aria-label=${inWords(graph)}>
      ${graph.edges.map((edge) => edgeView(graph, edge))}${graph.nodes.map((node) => nodeView(state, node))}
    </svg>
    ${graph.more > 0 ? html`<p class="rest">+${graph.more}</p>` : nothing}
  </div>`;
}

function inWords({ nodes, edges }: WaitGraph): string {
  const words = (id: number): string => nodes.find((node) => node.id === id)?.words ?? '';
  return edges.map(({ from, to }) => TEXT.graph.edge(words(from), words(to))).join('; ');
}

function cornerOf({ column, row }: GraphNode): readonly [number, number] {
  return [column * COLUMN + 2, row * ROW + 4];
}

function nodeView(state: LoopState, node: GraphNode): TemplateResult {
  const [x, y] = cornerOf(node);
  const colour = node.kind === 'task' ? colourOf(state, node.id) : -1;
  const words = node.words.length > LONGEST ? `${node.words.slice(0, LONGEST - 1)}…` : node.words;
  return svg`<g class="node node-${node.kind} ${node.stuck ? 'stuck' : ''} ${toneClass(colour)}" transform="translate(${x} ${y})">
    <title>${node.words}</title>
    <rect width=${NODE.width} height=${NODE.height} rx=${node.kind === 'task' ? 5 : 11} />
    ${node.kind === 'task' ? svg`<path transform="translate(6 5.5) scale(0.92)" d=${SHAPES[colour] ?? ''} />` : nothing}
    <text x=${node.kind === 'task' ? 22 : 10} y="15">${words}</text>
  </g>`;
}

function edgeView({ nodes }: WaitGraph, edge: GraphEdge): TemplateResult | typeof nothing {
  const [from, to] = [nodes.find(({ id }) => id === edge.from), nodes.find(({ id }) => id === edge.to)];
  if (!from || !to) return nothing;
  const [x1, y1] = cornerOf(from);
  const [x2, y2] = cornerOf(to);
  const [a, b, c, d] = [x1 + NODE.width, y1 + NODE.height / 2, x2, y2 + NODE.height / 2];
  // Back to an earlier column: below the nodes.
  const path =
    to.column > from.column
      ? `M${a} ${b}C${a + 16} ${b} ${c - 18} ${d} ${c - 5} ${d}`
      : `M${a} ${b}C${a + 22} ${b + 26} ${c - 26} ${d + 26} ${c - 5} ${d}`;
  return svg`<g class="edge ${edge.stuck ? 'stuck' : ''}"><path class="way" d=${path} /><path class="tip" d="M${c - 1} ${d}l-6 -3.5v7z" /></g>`;
}
