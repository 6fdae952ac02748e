/** The log in little memory: what goes in comes out. */
import { describe, expect, it } from 'vitest';
import { EVENT_FIELDS } from '../../../web/src/engine/events.generated';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { EventLog } from '../../../web/src/model/log';
import { PackedEvents } from '../../../web/src/model/packed';

/** Numbers that are the same each time. */
function numbers(seed: number): () => number {
  let now = seed;
  return () => (now = (now * 48_271) % 2_147_483_647);
}

/** An event of each kind, with whatever its fields may hold. */
function anyEvents(count: number): EngineEvent[] {
  const next = numbers(7);
  const texts = ['', 'Task-1', 'größer 🐍', 'a\nb'];
  const reals = [0, -0.5, Infinity, 1 / 3, 1e300];
  return Array.from({ length: count }, (_, n) => {
    const row = EVENT_FIELDS[n % EVENT_FIELDS.length];
    const event: Record<string, string | number> = { kind: row?.kind ?? '', time: n / 7 };
    for (const field of row?.fields ?? []) {
      const pick = next();
      event[field.name] = field.type === 'text' ? (texts[pick % texts.length] ?? '') : field.type === 'real' ? (reals[pick % reals.length] ?? 0) : pick * 2;
    }
    return event as unknown as EngineEvent;
  });
}

describe('the packed log', () => {
  it('gives back every kind of event as it was', () => {
    const events = anyEvents(5000);
    const packed = new PackedEvents();
    for (const event of events) packed.push(event);
    expect(packed.length).toBe(events.length);
    events.forEach((event, n) => expect(packed.at(n)).toEqual(event));
    expect(packed.at(-1)).toBeUndefined();
    expect(packed.at(events.length)).toBeUndefined();
    expect([packed.kindAt(3), packed.timeAt(3)]).toEqual([events[3]?.kind, events[3]?.time]);
  });

  it('finds the next and the last event about somebody', () => {
    const log = new EventLog();
    log.append([
      { kind: 'LINE', time: 0, line: 4, by: 0 },
      { kind: 'LINE', time: 0, line: 7, by: 0 },
      { kind: 'TASK_STEP_BEGINS', time: 0, task: 7, line: 0 },
      { kind: 'LINE', time: 0, line: 4, by: 7 },
    ]);
    const line = (wanted: number) => (first: number) => first === wanted;
    expect(log.nextOf('LINE', line(4), 0)).toBe(1);
    expect(log.nextOf('LINE', line(4), 1)).toBe(4);
    expect(log.nextOf('LINE', line(4), 1, 3)).toBeNull();
    expect(log.nextOf('LINE', line(9), 0)).toBeNull();
    expect(log.previousOf('LINE', line(4), 3)).toBe(1);
    expect(log.previousOf('TASK_STEP_BEGINS', line(7), 4)).toBe(3);
  });
});
