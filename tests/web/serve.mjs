/** A plain static file server for the tests: no redirects, no headers but the type and the policy. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.py': 'text/x-python; charset=utf-8',
  '.json': 'application/json',
};
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src 'self'";

/** A file as a host sends it: compressed once, and kept for ever by the browser where its name says what is in it. */
function sendCompressed(response, file, headers, known) {
  if (!known.has(file)) known.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  const kept = /-[\w-]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { ...headers, 'Content-Encoding': 'br', 'Cache-Control': kept });
  response.end(known.get(file));
}

/** Serves a folder under a path such as `/some/where/`; resolves to its address and a way to close it. */
export function serve(folder, under = '/', { compressed = false } = {}) {
  const known = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(under) ? normalize(path.slice(under.length)) : '..';
    let file = join(folder, inside);
    if (inside.split(sep).includes('..')) file = '';
    else if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const headers = { 'Content-Type': type, 'Content-Security-Policy': POLICY };
    if (compressed) {
      sendCompressed(response, file, headers, known);
      return;
    }
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}${under}`;
      resolve({ address, close: () => new Promise((done) => server.close(done)) });
    });
  });
}
