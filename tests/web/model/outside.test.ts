import { describe, expect, it } from 'vitest';
import { handlesSignals, measuresWork, wantsRealClock } from '../../../web/src/model/outside';

describe('what a program wants from outside', () => {
  it('is input or signals, where its code says so', () => {
    expect(wantsRealClock('name = input("who? ")')).toBe(true);
    expect(wantsRealClock('for line in sys.stdin: pass')).toBe(true);
    expect(wantsRealClock('total = 0\nbreakpoint()')).toBe(true);
    expect(wantsRealClock('import pdb; pdb.set_trace()')).toBe(true);
    expect(wantsRealClock('loop.add_signal_handler(signal.SIGINT, stop.set)')).toBe(true);
    expect(handlesSignals('try:\n  main()\nexcept KeyboardInterrupt:\n  pass')).toBe(true);
    expect(handlesSignals('name = input()')).toBe(false);
  });

  it('is the time, where it measures work or waits for nothing', () => {
    expect(wantsRealClock('import timeit\nprint(timeit.timeit("x = 1"))')).toBe(true);
    expect(measuresWork('import asyncio, time\nstart = time.process_time()')).toBe(true);
    expect(measuresWork('import time\nstart = time.perf_counter()\nfib(20)\nprint(time.perf_counter() - start)')).toBe(true);
    expect(measuresWork('from time import time\nstart = time()')).toBe(true);
    expect(measuresWork('from datetime import date\nprint(date.today())')).toBe(true);
    expect(measuresWork('import asyncio, time\nstart = time.perf_counter()\nasyncio.run(asyncio.sleep(1))')).toBe(false);
    expect(measuresWork('import time\nstart = time.time()\ntime.sleep(1)\nprint(time.time() - start)')).toBe(false);
    expect(measuresWork('# timeit\nprint("time()")\nlocal_time(3)')).toBe(false);
  });

  it('is nothing where only words speak of it', () => {
    expect(wantsRealClock('"""Asks input() and KeyboardInterrupt."""\n# input()\nprint("input(", form.input(1), raw_input(2))')).toBe(false);
  });
});
