/** What the event log says of connections, and that a page can make them slow. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadEngine } from '../../build/wasm/node.mjs';

const engine = await loadEngine(new URL('../../build/wasm/', import.meta.url));

const ECHO = `import asyncio
async def handle(reader, writer):
    writer.write((await reader.readline()).upper())
    writer.close()
async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 8888)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    writer.write(b'hello\\n')
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
asyncio.run(main())
`;

async function run(source, options = {}) {
  const events = [];
  let text = '';
  await engine.run(source, { events: (batch) => events.push(...batch), output: (stream, piece) => (text += piece), ...options }).finished;
  return { events, text };
}

/** The log of the network alone, with sockets named in the order in which they come up. */
function networkOf(events) {
  const names = new Map([[0, 'nobody']]);
  const name = (id) => {
    if (!names.has(id)) names.set(id, 'abcdefgh'[names.size - 1]);
    return names.get(id);
  };
  const tasks = new Map(events.filter((event) => event.kind === 'TASK_MADE').map((event) => [event.task, event.name]));
  const by = (event) => tasks.get(event.by) ?? 'the loop';
  const lines = {
    LISTENER_OPENED: (e) => `${by(e)} listens with ${name(e.socket)} at ${e.address}`,
    LISTENER_CLOSED: (e) => `${by(e)} closes listener ${name(e.socket)}`,
    CONNECTION_MADE: (e) => `${name(e.client)} and ${name(e.server)} are connected by ${name(e.listener)} at ${e.address}`,
    CONNECTION_ENDED: (e) => `${by(e)} ends ${name(e.socket)}: ${e.how}`,
    BYTES_SENT: (e) => `${by(e)} sends ${e.count} from ${name(e.socket)} to ${name(e.to)}, unread ${e.unread}`,
    BYTES_ARRIVED: (e) => `${e.count} arrive at ${name(e.socket)}`,
    BYTES_RECEIVED: (e) => `${by(e)} reads ${e.count} from ${name(e.socket)}, left ${e.waiting}`,
    STREAM_AWAITED: (e) => `a future waits for ${name(e.socket)}: ${e.side}`,
    IO_READY: (e) => `I/O: ${e.count} ready`,
  };
  return events.flatMap((event) => (event.kind in lines ? [`${event.time.toFixed(2)} ${lines[event.kind](event)}`] : []));
}

describe('the network inside the run', () => {
  it('tells who listens, connects, sends, waits and ends', async () => {
    const { events, text } = await run(ECHO);
    assert.equal(text, "b'HELLO\\n'\n");
    assert.deepEqual(networkOf(events), [
      '0.00 Task-1 listens with a at 127.0.0.1:8888',
      '0.00 b and c are connected by a at 127.0.0.1:8888',
      '0.00 a future waits for b: 3',
      '0.00 I/O: 2 ready',
      '0.00 I/O: 1 ready',
      '0.00 a future waits for c: 1',
      '0.00 Task-1 sends 6 from b to c, unread 6',
      '0.00 a future waits for b: 1',
      '0.00 I/O: 1 ready',
      '0.00 the loop reads 6 from c, left 0',
      '0.00 Task-4 sends 6 from c to b, unread 6',
      '0.00 I/O: 1 ready',
      '0.00 the loop ends c: 0',
      '0.00 the loop reads 6 from b, left 0',
      '0.00 I/O: 1 ready',
      '0.00 a future waits for b: 1',
      '0.00 the loop ends b: 0',
      '0.00 Task-1 closes listener a',
    ]);
  });

  it('is as slow as a page wants it', async () => {
    const { events } = await run(ECHO, { latency: 0.25 });
    assert.deepEqual(networkOf(events).filter((line) => /arrive|connected/.test(line)), [
      '0.50 b and c are connected by a at 127.0.0.1:8888',
      '0.75 6 arrive at c',
      '1.00 6 arrive at b',
    ]);
    const [wait] = events.filter((event) => event.kind === 'WAIT_BEGINS');
    assert.equal(wait.deadline, 0.5);
  });

  it('is as slow as a program wants it', async () => {
    const { text } = await run(`import asyncio, loopscope.net as net
async def handle(reader, writer):
    while data := await reader.read(1000):
        writer.write(data)
    writer.close()
async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    for latency, bandwidth in (0, 0), (0.5, 0), (0, 1000), (0.5, 1000):
        net.set_latency(latency)
        net.set_bandwidth(bandwidth)
        began = loop.time()
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(bytes(1000))
        await reader.readexactly(1000)
        print(f'{loop.time() - began:.2f}')
        writer.close()
asyncio.run(main())
`);
    assert.equal(text, '0.00\n2.00\n2.00\n4.00\n');
  });

  it('lets a server wait for ever on the real clock, until the run is stopped', async () => {
    const running = engine.run('import asyncio\nasync def main():\n    server = await asyncio.start_server(print, "127.0.0.1", 0)\n    await server.serve_forever()\nasyncio.run(main())\n', { clock: 'real' });
    setTimeout(() => running.stop(), 50);
    assert.deepEqual(await running.finished, { status: 130, stopped: true });
  });

  it('says why a server alone ends on the virtual clock', async () => {
    const { text } = await run('import asyncio\nasync def main():\n    server = await asyncio.start_server(print, "127.0.0.1", 0)\n    await server.serve_forever()\nasyncio.run(main())\n');
    assert.match(text, /RuntimeError: nothing ready and no timer set, and nobody outside the program can connect to it\n$/);
  });

  it('waits for real when a thread of the program will do something', async () => {
    const { text } = await run(`import asyncio, socket, threading, time
one, two = socket.socketpair()
def late():
    time.sleep(2)
    two.sendall(b'late')
async def main():
    threading.Thread(target=late).start()
    one.setblocking(False)
    print(await asyncio.get_running_loop().sock_recv(one, 10))
asyncio.run(main())
`);
    assert.equal(text, "b'late'\n");
  });
});
