/** Who waits for whom: each node once, arrows in one direction, a circle is a deadlock. */
import { describe, expect, it } from 'vitest';
import { FUTURE_MADE_KIND } from '../../../web/src/engine/events.generated';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { foldRange } from '../../../web/src/model/fold';
import { outlineOf, waitGraph } from '../../../web/src/model/graph';
import { EMPTY_STATE } from '../../../web/src/model/state';
import { Zoom } from '../../../web/src/model/zoom';

const task = (id: number): EngineEvent => ({ kind: 'TASK_MADE', time: 0, task: id, by: 0, line: 1, name: `Task-${id.toString()}`, coroutine: 'f' });
const waits = (id: number, future: number): EngineEvent[] => [
  { kind: 'TASK_STEP_BEGINS', time: 0, task: id, line: 1 },
  { kind: 'FUTURE_AWAITED', time: 0, future, task: id },
  { kind: 'TASK_STEP_ENDS', time: 0, task: id, reason: 0, future, line: 2 },
];
const graphOf = (events: readonly EngineEvent[]): ReturnType<typeof waitGraph> => waitGraph(foldRange(EMPTY_STATE, events, 0, events.length));

describe('the graph', () => {
  it('goes from a task through a gather to those that it needs, each once', () => {
    const graph = graphOf([
      ...[1, 2, 3].map(task),
      { kind: 'FUTURE_MADE', time: 0, future: 9, futureKind: FUTURE_MADE_KIND.GATHER, owner: 1, label: '' },
      { kind: 'FUTURE_NEEDS', time: 0, future: 9, child: 2 },
      { kind: 'FUTURE_NEEDS', time: 0, future: 9, child: 3 },
      ...waits(1, 9),
      ...waits(2, 3),
    ]);
    expect(graph.edges.map(({ from, to }) => [from, to])).toEqual([
      [1, 9],
      [9, 2],
      [9, 3],
      [2, 3],
    ]);
    expect(graph.nodes.map(({ id, column }) => [id, column]).sort()).toEqual([
      [1, 0],
      [2, 2],
      [3, 3],
      [9, 1],
    ]);
    expect(graph.deadlock).toEqual([]);
  });

  it('stands as an outline too: each behind those who wait for it', () => {
    const graph = graphOf([
      ...[1, 2, 3, 4, 5].map(task),
      { kind: 'FUTURE_MADE', time: 0, future: 9, futureKind: FUTURE_MADE_KIND.GATHER, owner: 1, label: '' },
      ...[2, 3, 4].map((child): EngineEvent => ({ kind: 'FUTURE_NEEDS', time: 0, future: 9, child })),
      ...waits(1, 9),
      ...waits(2, 5),
      ...waits(4, 5),
    ]);
    expect(outlineOf(graph).map(({ id, column, row }) => [id, column, row])).toEqual([
      [1, 0, 0],
      [9, 1, 1],
      [2, 2, 2],
      [3, 2, 3],
      [4, 2, 4],
      [5, 3, 5],
    ]);
    const circle = graphOf([...[1, 2, 3].map(task), ...waits(1, 2), ...waits(2, 3), ...waits(3, 2)]);
    expect(outlineOf(circle).map(({ id, row }) => [id, row])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
  });

  it('calls a circle a deadlock', () => {
    const graph = graphOf([...[1, 2, 3].map(task), ...waits(1, 2), ...waits(2, 3), ...waits(3, 2)]);
    expect([...graph.deadlock].sort()).toEqual([2, 3]);
    expect(graph.nodes.filter((node) => node.stuck).map((node) => node.id).sort()).toEqual([2, 3]);
  });
});

describe('the part of a run in the timeline', () => {
  it('stays within the run, and keeps the place that was zoomed at', () => {
    const zoom = new Zoom();
    expect(zoom.window(8)).toEqual({ from: 0, to: 8, zoomed: false });
    zoom.by(0.5, 8, 6);
    expect(zoom.window(8)).toEqual({ from: 3, to: 7, zoomed: true });
    zoom.pan(2, 8);
    expect(zoom.window(8)).toMatchObject({ from: 4, to: 8 });
    expect(zoom.follow(5, 8)).toBe(false);
    expect(zoom.follow(1, 8)).toBe(true);
    expect(zoom.window(8).from).toBeCloseTo(0.6, 9);
    zoom.by(4, 8, 1);
    expect(zoom.window(8).zoomed).toBe(false);
  });
});
