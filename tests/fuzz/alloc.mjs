// Programs in which one allocation fails, once or from then on, wherever that is: on the sanitized engine, nothing may crash, leak
// or go on for ever.
//   node tests/fuzz/alloc.mjs [--points=100]     so many places, evenly spread over each program; --whole: every single one
import { spawn } from 'node:child_process';
import { at } from '../../web/tools/run.mjs';
import { inParallel } from '../tools/programs.mjs';

/** Between them they use the language, its types and modules, exceptions, asyncio, threads and executors. */
const programs = [
  'tests/programs/language/arguments.py', 'tests/programs/language/classes.py', 'tests/programs/language/comprehensions.py',
  'tests/programs/language/control.py', 'tests/programs/language/exceptions.py', 'tests/programs/language/fstrings.py',
  'tests/programs/language/generators.py', 'tests/programs/types/builtins.py', 'tests/programs/types/containers.py',
  'tests/programs/types/ints.py', 'tests/programs/types/strings.py', 'tests/programs/types/arrays_of_one_kind.py', 'tests/programs/modules/collections_module.py',
  'tests/programs/modules/functools_module.py', 'tests/programs/modules/copy_and_operators.py', 'tests/programs/modules/re_functions.py', 'tests/programs/errors/group.py',
  'tests/programs/errors/chained.py', 'tests/programs/errors/syntax_05.py', 'tests/programs/errors/unawaited.py',
  'examples/02_two_tasks.py', 'examples/11_to_thread.py', 'examples/12_run_in_executor.py', 'examples/15_cancellation.py',
  'examples/16_timeouts.py', 'examples/17_graceful_shutdown.py', 'examples/18_queue.py', 'examples/19_lock_and_event.py',
  'tests/programs/network/chat_server.py', 'tests/programs/network/sock_level.py', 'examples/20_async_for_and_with.py', 'examples/24_loop_in_a_thread.py', 'examples/27_never_retrieved.py',
  'tests/programs/threads/locks_are_freed_whatever_fails.py', 'tests/programs/threads/daemons_wait_with_a_limit.py',
  'tests/programs/threads/locks_inside_attributes.py', 'tests/programs/threads/waits_where_items_are_taken.py',
  'tests/programs/threads/waits_where_things_are_compared_and_sorted.py', 'tests/programs/threads/waits_in_heaps_joins_and_maps.py', 'tests/programs/asyncio/async_generator_steps_closed_or_never_awaited.py',
  'tests/programs/modules/imports_of_the_core.py', 'tests/programs/modules/circular_imports.py', 'tests/programs/modules/collector_survivors_move_behind.py', 'tests/programs/asyncio/collector_order_of_lost_tasks.py',
  'tests/programs/modules/tracers_that_change_and_raise.py', 'tests/programs/asyncio/traced_coroutines.py', 'tests/programs/modules/monitoring_of_one_code.py', 'tests/programs/asyncio/what_only_looks_like_a_future.py',
  'tests/programs/asyncio/sleep_stepped_by_hand.py', 'tests/programs/asyncio/who_waits_until_it_goes_on.py',
];
/** With all that the event log tells, locals too. */
const logged = [
  'tests/programs/language/generators.py', 'tests/programs/types/containers.py', 'tests/programs/errors/chained.py', 'examples/11_to_thread.py',
  'examples/15_cancellation.py', 'examples/18_queue.py', 'examples/19_lock_and_event.py', 'examples/20_async_for_and_with.py',
  'tests/programs/threads/daemons_wait_with_a_limit.py', 'tests/programs/threads/locks_are_freed_whatever_fails.py', 'tests/api/logs/semaphores_of_threads.py',
];
/** On an engine that has loaded asyncio before. */
const ahead = ['examples/02_two_tasks.py', 'examples/11_to_thread.py'];
/** Workers for whom others wait: every single place of what the program itself does, which is the last of its allocations. */
const closely = ['examples/11_to_thread.py', 'examples/12_run_in_executor.py'];
const OWN_PART = 0.12;
const whole = process.argv.includes('--whole');
const points = Number(process.argv.find((word) => word.startsWith('--points='))?.slice(9) ?? 100);
const LIMIT_MS = whole ? 3_600_000 : 240_000;

function sweep(words, ...range) {
  return new Promise((resolve) => {
    const child = spawn(at('build', 'debug', 'fuzz_alloc'), [...words, ...range.map(String)], { cwd: at(), timeout: LIMIT_MS, killSignal: 'SIGKILL' });
    let out = '', err = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.on('close', (status, signal) => resolve({ out, err, ok: status === 0, why: signal ?? status }));
  });
}

let passed = 0, failed = 0;
const runs = [
  ...closely.map((program) => ({ words: [program], own: true })), ...programs.map((program) => ({ words: [program] })),
  ...logged.map((program) => ({ words: ['--logged', program] })), ...ahead.map((program) => ({ words: ['--ahead', program] })),
];
await inParallel(runs, async ({ words, own }) => {
  const beyond = Number.MAX_SAFE_INTEGER;
  const { out: undisturbed } = await sweep(words, beyond);
  const allocations = Number(/(\d+) allocations/.exec(undisturbed)?.[1] ?? 0);
  const step = whole || own ? 1 : Math.max(1, Math.floor(allocations / points));
  const from = own ? Math.floor(allocations * (1 - OWN_PART)) : 1;
  const { out, err, ok, why } = allocations === 0 ? { out: undisturbed, err: '', ok: false, why: 'did not run' } : await sweep(words, from, 0, step);
  if (ok) passed++;
  else {
    failed++;
    console.log(`FAIL ${words.join(' ')} (${why})\n${out.split('\n').filter((line) => line.startsWith('FAIL')).slice(0, 5).join('\n')}\n${err.split('\n').slice(0, 20).join('\n')}`);
  }
});
console.log(`failing allocations: ${passed} programs passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
