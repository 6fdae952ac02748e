// `npm start`: sets everything up, builds what has changed and serves the playground.  PORT=8080 HOST=0.0.0.0 npm start
import { build } from './build.mjs';
import { at } from './run.mjs';

await build();
const { preview } = await import('vite');
const { PORT, HOST } = process.env;
try {
  const server = await preview({
    configFile: at('web', 'vite.config.ts'), logLevel: 'warn',
    preview: { port: Number(PORT ?? 5173), strictPort: PORT !== undefined, host: HOST ?? 'localhost' },
  });
  const { local, network } = server.resolvedUrls;
  console.log(`\nLoopscope is at ${[...local, ...network].join(' and ')}  (Ctrl-C ends it)`);
} catch (error) {
  console.error(`The playground could not be served: ${error.message}${PORT === undefined ? '' : `\nAnother port:  PORT=${Number(PORT) + 1} npm start`}`);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
