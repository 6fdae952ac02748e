/** Who waits for whom, as a picture; beside it the same in words, for those who are read to. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { outlineOf, waitGraph } from '../model/graph';
import type { GraphEdge, GraphNode, WaitGraph } from '../model/graph';
import { colourOf, nameOf } from '../model/state';
import type { LoopState } from '../model/state';
import { TEXT } from '../model/text';
import { empty, vars } from './box';
import { MAIN_SHAPE, SHAPES, toneClass } from './shapes';

/** How nodes are placed: in columns from left to right, or, where those have no room, one below the other with their steps indented. */
interface Plan {
  readonly column: number;
  readonly row: number;
  readonly node: { readonly width: number; readonly height: number };
  /** Letters that have room in a node. */
  readonly longest: number;
  readonly indented: boolean;
}

const COLUMNS: Plan = { column: 100, row: 32, node: { width: 78, height: 22 }, longest: 11, indented: false };
const OUTLINE: Plan = { column: 22, row: 28, node: { width: 136, height: 22 }, longest: 19, indented: true };
const LEAST_INDENT = 12;
/** Where the way goes down from a node, as a part of the indent; and how much room is beside all nodes for one back up. */
const DOWN = 0.45;
const BESIDE = 16;
/** Drawn smaller than this, its words could not be read. */
const SMALLEST = 0.85;

/** `room`: how many of the player's units a line has. */
export function graphView(state: LoopState, room: number): TemplateResult {
  const graph = waitGraph(state);
  if (graph.nodes.length === 0) return empty(TEXT.waiting.empty);
  const columns = Math.max(...graph.nodes.map((node) => node.column)) + 1;
  const wide = (plan: Plan): number => (columns - 1) * plan.column + plan.node.width + 4 + (plan.indented ? BESIDE : 0);
  const plan = wide(COLUMNS) * SMALLEST <= room ? COLUMNS : indented(columns, (room / SMALLEST - wide({ ...OUTLINE, column: 0 })) / (columns - 1));
  const nodes = plan.indented ? outlineOf(graph) : graph.nodes;
  const rows = Math.max(...nodes.map((node) => node.row)) + 1;
  const [width, height] = [wide(plan), rows * plan.row + 2];
  return html`<div class="graph rows" tabindex="0" role="group" aria-label=${TEXT.graph.title}>
    ${graph.deadlock.length > 0 ? html`<p class="deadlock">${TEXT.graph.deadlock(graph.deadlock.map((id) => nameOf(state, id) || TEXT.running.main))}</p>` : nothing}
    <svg ${vars({ '--wide': width.toString() })} width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="img" aria-label=${inWords(graph)}>
      ${graph.edges.map((edge) => edgeView(nodes, edge, plan, width))}${nodes.map((node) => nodeView(state, node, plan))}
    </svg>
    ${graph.more > 0 ? html`<p class="rest">+${graph.more}</p>` : nothing}
  </div>`;
}

function indented(columns: number, indent: number): Plan {
  return { ...OUTLINE, column: columns > 1 ? Math.floor(Math.max(LEAST_INDENT, Math.min(OUTLINE.column, indent))) : OUTLINE.column };
}

function inWords({ nodes, edges }: WaitGraph): string {
  const words = (id: number): string => nodes.find((node) => node.id === id)?.words ?? '';
  return edges.map(({ from, to }) => TEXT.graph.edge(words(from), words(to))).join('; ');
}

function cornerOf({ column, row }: GraphNode, plan: Plan): readonly [number, number] {
  return [column * plan.column + 2, row * plan.row + 4];
}

function nodeView(state: LoopState, node: GraphNode, plan: Plan): TemplateResult {
  const [x, y] = cornerOf(node, plan);
  const colour = node.kind === 'task' ? colourOf(state, node.id) : -1;
  const words = node.words.length > plan.longest ? `${node.words.slice(0, plan.longest - 1)}…` : node.words;
  return svg`<g class="node node-${node.kind} ${node.stuck ? 'stuck' : ''} ${toneClass(colour)}" transform="translate(${x} ${y})">
    <title>${node.words}</title>
    <rect width=${plan.node.width} height=${plan.node.height} rx=${node.kind === 'task' ? 5 : 11} />
    ${node.kind === 'task' ? svg`<path transform="translate(6 5.5) scale(0.92)" d=${SHAPES[colour] ?? MAIN_SHAPE} />` : nothing}
    <text x=${node.kind === 'task' ? 22 : 10} y="15">${words}</text>
  </g>`;
}

function edgeView(nodes: readonly GraphNode[], edge: GraphEdge, plan: Plan, width: number): TemplateResult | typeof nothing {
  const [from, to] = [nodes.find(({ id }) => id === edge.from), nodes.find(({ id }) => id === edge.to)];
  if (!from || !to) return nothing;
  const [way, tip] = plan.indented ? indentedWay(from, to, plan, width) : wayAcross(from, to, plan);
  return svg`<g class="edge ${edge.stuck ? 'stuck' : ''}"><path class="way" d=${way} /><path class="tip" d=${tip} /></g>`;
}

type Way = readonly [way: string, tip: string];

function wayAcross(from: GraphNode, to: GraphNode, plan: Plan): Way {
  const [x, y] = cornerOf(from, plan);
  const [c, top] = cornerOf(to, plan);
  const [a, b, d] = [x + plan.node.width, y + plan.node.height / 2, top + plan.node.height / 2];
  const tip = `M${c - 1} ${d}l-6 -3.5v7z`;
  // Back to an earlier column: below the nodes.
  return to.column > from.column
    ? [`M${a} ${b}C${a + 16} ${b} ${c - 18} ${d} ${c - 5} ${d}`, tip]
    : [`M${a} ${b}C${a + 22} ${b + 26} ${c - 26} ${d + 26} ${c - 5} ${d}`, tip];
}

/** Down and to the right; back up beside all nodes. */
function indentedWay(from: GraphNode, to: GraphNode, plan: Plan, width: number): Way {
  const { node } = plan;
  const [x, y] = cornerOf(from, plan);
  const [c, top] = cornerOf(to, plan);
  const d = top + node.height / 2;
  if (to.row > from.row && to.column > from.column) return [`M${x + plan.column * DOWN} ${y + node.height}V${d - 4}q0 4 4 4H${c - 5}`, `M${c - 1} ${d}l-6 -3.5v7z`];
  const right = c + node.width;
  return [`M${x + node.width} ${y + node.height / 2}H${width - 6}V${d}H${right + 5}`, `M${right + 1} ${d}l6 -3.5v7z`];
}
