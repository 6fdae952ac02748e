import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { foldRange } from '../../../web/src/model/fold';
import { Recording } from '../../../web/src/model/recording';
import { EMPTY_STATE } from '../../../web/src/model/state';
import { story } from '../../../web/src/model/story';
import { callbackWords, waitsFor } from '../../../web/src/model/words';

const LISTENER = 20;
const CLIENT = 21;
const SERVER = 22;

/** A client that sends and a server that reads, and how it ends. */
const events: EngineEvent[] = [
  { kind: 'RUN_BEGINS', time: 0, clock: 1, file: 'chat.py' },
  { kind: 'LOOP_MADE', time: 0, loop: 1 },
  { kind: 'TASK_MADE', time: 0, task: 2, by: 0, line: 9, name: 'Task-1', coroutine: 'main' },
  { kind: 'LISTENER_OPENED', time: 0, socket: LISTENER, by: 2, address: '127.0.0.1:8888' },
  { kind: 'CONNECTION_MADE', time: 0, client: CLIENT, server: SERVER, listener: LISTENER, address: '127.0.0.1:8888' },
  { kind: 'IO_READY', time: 0, loop: 1, count: 2 },
  { kind: 'FUTURE_MADE', time: 0, future: 30, futureKind: 14, owner: 2, label: '' },
  { kind: 'STREAM_AWAITED', time: 0, future: 30, socket: SERVER, side: 1 },
  { kind: 'FUTURE_AWAITED', time: 0, future: 30, task: 2 },
  { kind: 'BYTES_SENT', time: 0, socket: CLIENT, to: SERVER, count: 6, unread: 6, by: 2 },
  { kind: 'BYTES_ARRIVED', time: 0.5, socket: SERVER, count: 6, waiting: 6 },
  { kind: 'BYTES_RECEIVED', time: 0.5, socket: SERVER, count: 5, waiting: 1, by: 0 },
  { kind: 'CONNECTION_ENDED', time: 1, socket: CLIENT, how: 0, by: 2 },
  { kind: 'LISTENER_CLOSED', time: 1, socket: LISTENER, by: 2 },
];

function stateAfter(kind: EngineEvent['kind']): ReturnType<typeof foldRange> {
  return foldRange(EMPTY_STATE, events, 0, events.findIndex((event) => event.kind === kind) + 1);
}

describe('the network', () => {
  it('knows who listens, who is connected, and what is under way', () => {
    const { sockets } = stateAfter('BYTES_SENT');
    expect(sockets.get(LISTENER)).toMatchObject({ phase: 'listening', address: '127.0.0.1:8888' });
    expect(sockets.get(CLIENT)).toMatchObject({ phase: 'open', peer: SERVER, underWay: 0 });
    expect(sockets.get(SERVER)).toMatchObject({ phase: 'open', peer: CLIENT, underWay: 6 });
    expect(stateAfter('BYTES_ARRIVED').sockets.get(SERVER)).toMatchObject({ underWay: 6, arrived: 6, asked: false });
    expect(stateAfter('BYTES_RECEIVED').sockets.get(SERVER)).toMatchObject({ underWay: 1, arrived: 1 });
    expect(stateAfter('BYTES_RECEIVED').sockets.get(CLIENT)?.asked).toBe(true);
    expect(stateAfter('LISTENER_CLOSED').sockets.get(CLIENT)?.phase).toBe('ended');
  });

  it('says for which connection a task waits', () => {
    const state = stateAfter('FUTURE_AWAITED');
    const reason = state.tasks.get(2)?.waits;
    expect(reason && waitsFor(state, reason)).toBe('bytes to read (127.0.0.1:8888)');
  });

  it('has words for what the loop does with sockets', () => {
    expect(callbackWords('_SelectorSocketTransport._read_ready')).toBe('a read from a socket');
    expect(callbackWords('BaseSelectorEventLoop._accept_connection')).toBe('a look for new connections');
  });

  it('tells it in sentences', () => {
    const recording = new Recording();
    recording.append(events);
    const said = (['LISTENER_OPENED', 'CONNECTION_MADE', 'IO_READY', 'BYTES_SENT', 'BYTES_ARRIVED', 'CONNECTION_ENDED', 'LISTENER_CLOSED'] as const).map(
      (kind) => story(recording.log, stateAfter(kind)),
    );
    expect(said).toEqual([
      'A server listens at 127.0.0.1:8888.',
      'A connection to 127.0.0.1:8888 is made; the server has to accept it.',
      'The loop looks at its sockets: 2 callbacks join the ready queue.',
      'Task-1 sends 6 bytes to 127.0.0.1:8888; 6 not read yet.',
      '6 bytes arrive at 127.0.0.1:8888.',
      'An end of the connection to 127.0.0.1:8888 was closed.',
      'Nobody listens at 127.0.0.1:8888 any more.',
    ]);
  });
});
