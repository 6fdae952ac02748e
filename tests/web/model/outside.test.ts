import { describe, expect, it } from 'vitest';
import { handlesSignals, wantsRealClock } from '../../../web/src/model/outside';

describe('what a program wants from outside', () => {
  it('is input or signals, where its code says so', () => {
    expect(wantsRealClock('name = input("who? ")')).toBe(true);
    expect(wantsRealClock('for line in sys.stdin: pass')).toBe(true);
    expect(wantsRealClock('loop.add_signal_handler(signal.SIGINT, stop.set)')).toBe(true);
    expect(handlesSignals('try:\n  main()\nexcept KeyboardInterrupt:\n  pass')).toBe(true);
    expect(handlesSignals('name = input()')).toBe(false);
  });

  it('is nothing where only words speak of it', () => {
    expect(wantsRealClock('"""Asks input() and KeyboardInterrupt."""\n# input()\nprint("input(", form.input(1), raw_input(2))')).toBe(false);
  });
});
