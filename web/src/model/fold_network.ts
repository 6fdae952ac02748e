/** What the events of the network change: sockets, and what those who wait for one wait for. */
import { FUTURE_MADE_KIND, STREAM_AWAITED_SIDE } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import type { Draft } from './draft';
import { PLAIN_FUTURE } from './state';
import type { Id, Socket } from './state';

export type NetworkEvent = Extract<
  EngineEvent,
  {
    kind:
      | 'LISTENER_OPENED'
      | 'LISTENER_CLOSED'
      | 'CONNECTION_MADE'
      | 'CONNECTION_ENDED'
      | 'BYTES_SENT'
      | 'BYTES_ARRIVED'
      | 'BYTES_RECEIVED'
      | 'STREAM_AWAITED';
  }
>;

export function changeNetwork(draft: Draft, event: NetworkEvent): void {
  switch (event.kind) {
    case 'LISTENER_OPENED':
      return set(draft, event.socket, { address: event.address, phase: 'listening' });
    case 'LISTENER_CLOSED':
    case 'CONNECTION_ENDED':
      return set(draft, event.socket, { phase: 'ended' });
    case 'CONNECTION_MADE':
      set(draft, event.client, { address: event.address, phase: 'open', peer: event.server, asked: true });
      return set(draft, event.server, { address: event.address, phase: 'open', peer: event.client });
    case 'BYTES_SENT':
      return set(draft, event.to, { underWay: event.unread });
    case 'BYTES_ARRIVED':
      return set(draft, event.socket, { arrived: event.waiting });
    case 'BYTES_RECEIVED':
      return receive(draft, event.socket, event.count, event.waiting);
    case 'STREAM_AWAITED':
      return awaitStream(draft, event.future, event.socket, event.side);
  }
}

function set(draft: Draft, id: Id, changes: Partial<Socket>): void {
  if (id === 0) return;
  const known: Socket = draft.sockets.get(id) ?? { id, address: '', phase: 'open', asked: false, peer: 0, underWay: 0, arrived: 0 };
  draft.sockets.set(id, { ...known, ...changes });
}

function receive(draft: Draft, id: Id, count: number, arrived: number): void {
  const socket = draft.sockets.get(id);
  if (socket) draft.sockets.set(id, { ...socket, underWay: Math.max(0, socket.underWay - count), arrived });
}

const WAITED_FOR: Readonly<Record<number, string>> = {
  [STREAM_AWAITED_SIDE.BYTES_TO_READ]: 'bytes to read',
  [STREAM_AWAITED_SIDE.ROOM_TO_WRITE]: 'room to write',
  [STREAM_AWAITED_SIDE.A_CONNECTION]: 'a connection',
};

function awaitStream(draft: Draft, id: Id, socket: Id, side: number): void {
  const future = draft.futures.get(id) ?? { ...PLAIN_FUTURE, id, kind: FUTURE_MADE_KIND.STREAM };
  const known = draft.sockets.get(socket);
  const address = known?.address ?? '';
  const what = known?.phase === 'listening' ? 'a client' : (WAITED_FOR[side] ?? 'a connection');
  draft.futures.set(id, { ...future, label: address ? `${what} (${address})` : what });
}
