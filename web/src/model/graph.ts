/**
 * Who waits for whom: tasks, threads and what they wait for as nodes, each once, with an arrow from whoever waits to what it
 * waits for. A circle of arrows is a deadlock: nobody in it can ever go on.
 */
import { FUTURE_MADE_KIND } from '../engine/events.generated';
import { nameOf } from './state';
import type { Id, LoopState } from './state';
import { TEXT, seconds } from './text';
import { isBusy, waitsFor } from './words';

export interface GraphNode {
  readonly id: Id;
  /** A worker or the main program (0) is drawn as a task is. */
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
  /** The tasks and threads of a circle, in its order; empty when there is none. */
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
  for (const [id, { future }] of state.threadWaits) {
    if (++tasks > MOST_TASKS) more++;
    else addEdges(state, edges, id, future);
  }
  const deadlock = circleIn(edges);
  const stuck = new Set(deadlock);
  const columns = columnsOf(edges);
  const rows = new Map<number, number>();
  const nodes = [...columns].map(([id, column]): GraphNode => {
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    const kind = isSomebody(state, id) ? 'task' : 'thing';
    const words = kind === 'thing' ? thingWords(state, edges, id) : nameOf(state, id) || TEXT.running.main;
    return { id, kind, words, column, row, stuck: stuck.has(id) };
  });
  const lines = [...edges].flatMap(([from, all]) => all.map((to) => ({ from, to, stuck: stuck.has(from) && stuck.has(to) })));
  return { nodes, edges: lines, more, deadlock: deadlock.filter((id) => isSomebody(state, id)) };
}

/** A task, a worker, or the main program. */
function isSomebody(state: LoopState, id: Id): boolean {
  return id === 0 || state.tasks.has(id) || state.workers.has(id);
}

/** Who has not ended yet. */
function isAlive(state: LoopState, id: Id): boolean {
  const worker = state.workers.get(id);
  return worker ? isBusy(worker) : id === 0 || state.alive.has(id);
}

/** From a task or thread to what it waits for, and from there to those by whose end or hand it comes. */
function addEdges(state: LoopState, edges: Map<Id, Id[]>, from: Id, future: Id): void {
  // Who stands in line waits for the thing itself: one node for all of them.
  const object = state.futures.get(future)?.object ?? 0;
  const to = object === 0 ? future : object;
  const known = edges.get(from) ?? [];
  if (known.includes(to)) return;
  edges.set(from, [...known, to]);
  if (isSomebody(state, to)) return needLoop(state, edges, to);
  if (edges.has(to)) return;
  for (const next of needsOf(state, to)) addEdges(state, edges, to, next);
}

/** Who is suspended cannot go on while another task blocks the loop's thread: it waits for that one too. */
function needLoop(state: LoopState, edges: Map<Id, Id[]>, id: Id): void {
  const blocking = state.currentTask;
  if (blocking === 0 || id === blocking || !state.threadWaits.has(blocking) || !state.alive.has(id)) return;
  const known = edges.get(id) ?? [];
  if (!known.includes(blocking)) edges.set(id, [...known, blocking]);
}

/** Those who must end or let go before a future is done or a thing is free, as far as the log tells. */
function needsOf(state: LoopState, id: Id): readonly Id[] {
  const object = state.objects.get(id);
  switch (object?.what) {
    case 'lock':
      return object.held && isAlive(state, object.holder) ? [object.holder] : [];
    case 'semaphore':
      return [...object.holders.keys()].filter((id) => isAlive(state, id));
    case 'group':
      return [...object.tasks.keys()].filter((task) => state.alive.has(task));
    default:
      return [...(state.futures.get(id)?.needs.keys() ?? [])].filter((child) => isAlive(state, child) || (state.futures.has(child) && !isSomebody(state, child)));
  }
}

/** What a future or a shared thing is, by its name or by one who waits for it. */
function thingWords(state: LoopState, edges: Edges, id: Id): string {
  const object = state.objects.get(id);
  if (object) return object.name;
  for (const [from, all] of edges) {
    const waits = all.includes(id) ? (state.threadWaits.get(from) ?? state.tasks.get(from)?.waits) : null;
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
