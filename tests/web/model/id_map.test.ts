import { describe, expect, it } from 'vitest';
import { IdMap } from '../../../web/src/model/id_map';

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

describe('a map that shares structure', () => {
  it('does what a map does, in the order of the ids', () => {
    const random = numbers(7);
    const wanted = new Map<number, string>();
    let map = IdMap.empty<string>();
    for (let round = 0; round < 200; round++) {
      const edit = map.edit();
      for (let n = 0; n < 30; n++) {
        const id = random(round < 100 ? 3000 : 40);
        if (random(3) === 0) {
          edit.delete(id);
          wanted.delete(id);
        } else {
          edit.set(id, `${id}/${round}`);
          wanted.set(id, `${id}/${round}`);
        }
        expect(edit.get(id)).toBe(wanted.get(id));
      }
      expect(edit.first()).toBe(Math.min(...wanted.keys()));
      map = edit.done();
      expect(map.size).toBe(wanted.size);
    }
    expect([...map]).toEqual([...wanted].sort(([a], [b]) => a - b));
    expect([map.has(5000), map.get(-1)]).toEqual([false, undefined]);
  });

  it('leaves the map alone that it was made from', () => {
    const edit = IdMap.empty<number>().edit();
    for (let id = 0; id < 2000; id++) edit.set(id, id);
    const before = edit.done();
    const change = before.edit();
    for (let id = 0; id < 2000; id += 3) change.set(id, -id);
    for (let id = 1; id < 2000; id += 3) change.delete(id);
    change.set(1_000_000, 1);
    const after = change.done();
    expect([...before.values()]).toEqual(Array.from({ length: 2000 }, (_, id) => id));
    expect([after.get(3), after.get(4), after.get(5), after.get(1_000_000)]).toEqual([-3, undefined, 5, 1]);
  });

  it('gives back the same map when nothing was changed, and an empty one when all is gone', () => {
    const edit = IdMap.empty<number>().edit();
    edit.set(70, 1);
    const map = edit.done();
    expect(map.edit().done()).toBe(map);
    const last = map.edit();
    last.delete(70);
    last.delete(70);
    expect([...last.done()]).toEqual([]);
    expect(last.first()).toBe(-1);
  });
});
