/**
 * Who waits for whom: tasks and what they wait for as nodes, each once, with an arrow from whoever waits to what it waits
 * for. A circle of arrows is a deadlock: nobody in it can ever go on.
 */
import { FUTURE_MADE_KIND } from '../engine/events.generated';
import type { Id, LoopState } from './state';
import { TEXT, seconds } from './text';
import { waitsFor } from './words';

export interface GraphNode {
  readonly id: Id;
  readonly kind: 'task' | 'thing';
  readonly words: string;
  /** Steps from those for whom nobody waits; arrows go from a column to a later one. */
  readonly column: number;
  readonly row: number;
  /** It is part of a circle. */
  readonly stuck: boolean;
}

export interface GraphEdge {
  readonly from: Id;
  readonly to: Id;
  readonly stuck: boolean;
}

export interface WaitGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Tasks that are left out. */
  readonly more: number;
  /** The tasks of a circle, in its order; empty when there is none. */
  readonly deadlock: readonly Id[];
}

/** More nodes make no picture. */
const MOST_TASKS = 24;

type Edges = ReadonlyMap<Id, readonly Id[]>;

export function waitGraph(state: LoopState): WaitGraph {
  const edges = new Map<Id, Id[]>();
  let tasks = 0;
  let more = 0;
  for (const id of state.alive.keys()) {
    const task = state.tasks.get(id);
    if (task?.phase !== 'waiting' || !task.waits || task.waits.future === 0) continue;
    if (++tasks > MOST_TASKS) more++;
    else addEdges(state, edges, id, task.waits.future);
  }
  const deadlock = circleIn(edges);
  const stuck = new Set(deadlock);
  const columns = columnsOf(edges);
  const rows = new Map<number, number>();
  const nodes = [...columns].map(([id, column]): GraphNode => {
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    const task = state.tasks.get(id);
    return { id, kind: task ? 'task' : 'thing', words: task?.name ?? thingWords(state, edges, id), column, row, stuck: stuck.has(id) };
  });
  const lines = [...edges].flatMap(([from, all]) => all.map((to) => ({ from, to, stuck: stuck.has(from) && stuck.has(to) })));
  return { nodes, edges: lines, more, deadlock: deadlock.filter((id) => state.tasks.has(id)) };
}

/** From a task to what it waits for, and from there to those by whose end or hand it comes. */
function addEdges(state: LoopState, edges: Map<Id, Id[]>, from: Id, future: Id): void {
  // Who stands in line waits for the thing itself: one node for all of them.
  const object = state.futures.get(future)?.object ?? 0;
  const to = object === 0 ? future : object;
  const known = edges.get(from) ?? [];
  if (known.includes(to)) return;
  edges.set(from, [...known, to]);
  if (edges.has(to) || state.tasks.has(to)) return;
  for (const next of needsOf(state, to)) addEdges(state, edges, to, next);
}

/** Those who must end or let go before a future is done or a thing is free, as far as the log tells. */
function needsOf(state: LoopState, id: Id): readonly Id[] {
  const object = state.objects.get(id);
  switch (object?.what) {
    case 'lock':
      return object.held && state.alive.has(object.holder) ? [object.holder] : [];
    case 'semaphore':
      return [...object.holders.keys()].filter((task) => state.alive.has(task));
    case 'group':
      return [...object.tasks.keys()].filter((task) => state.alive.has(task));
    default:
      return [...(state.futures.get(id)?.needs.keys() ?? [])].filter((child) => state.alive.has(child) || (state.futures.has(child) && !state.tasks.has(child)));
  }
}

/** What a future or a shared thing is, by its name or by one who waits for it. */
function thingWords(state: LoopState, edges: Edges, id: Id): string {
  const object = state.objects.get(id);
  if (object) return object.name;
  for (const [from, all] of edges) {
    const waits = all.includes(id) ? state.tasks.get(from)?.waits : null;
    if (!waits) continue;
    if (waits.futureKind === FUTURE_MADE_KIND.SLEEP && Number.isFinite(waits.deadline)) return TEXT.graph.sleep(seconds(waits.deadline));
    return waitsFor(state, waits);
  }
  return TEXT.graph.future;
}

/** The nodes one below the other, for where columns have no room: each comes behind all those who wait for it, but in a circle. */
export function outlineOf({ nodes, edges }: WaitGraph): readonly GraphNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<Id>();
  const reversed: GraphNode[] = [];
  const visit = (node: GraphNode): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    const next = edges.filter(({ from }) => from === node.id).flatMap(({ to }) => byId.get(to) ?? []);
    next.reverse().forEach(visit);
    reversed.push(node);
  };
  [...nodes].reverse().filter(({ column }) => column === 0).forEach(visit);
  nodes.forEach(visit);
  return reversed.reverse().map((node, row) => ({ ...node, row }));
}

/** A circle of arrows, as the nodes on it; empty when there is none. */
function circleIn(edges: Edges): readonly Id[] {
  const done = new Set<Id>();
  const path: Id[] = [];
  const walk = (id: Id): readonly Id[] | null => {
    const at = path.indexOf(id);
    if (at >= 0) return path.slice(at);
    if (done.has(id)) return null;
    path.push(id);
    for (const next of edges.get(id) ?? []) {
      const circle = walk(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(id);
    return null;
  };
  for (const id of edges.keys()) {
    const circle = walk(id);
    if (circle) return circle;
  }
  return [];
}

/** The longest way to each node from one that nobody waits for; in a circle, the way before it closes. */
function columnsOf(edges: Edges): ReadonlyMap<Id, number> {
  const columns = new Map<Id, number>();
  const targets = new Set([...edges.values()].flat());
  const place = (id: Id, column: number, path: ReadonlySet<Id>): void => {
    if (path.has(id) || (columns.get(id) ?? -1) >= column) return;
    columns.set(id, column);
    const longer = new Set(path).add(id);
    for (const next of edges.get(id) ?? []) place(next, column + 1, longer);
  };
  const none: ReadonlySet<Id> = new Set();
  for (const id of edges.keys()) if (!targets.has(id)) place(id, 0, none);
  for (const id of edges.keys()) if (!columns.has(id)) place(id, 0, none);
  return columns;
}
