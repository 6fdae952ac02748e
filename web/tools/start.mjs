// `npm start`: sets everything up, builds what has changed and serves the playground.  PORT=8080 npm start
import { build } from './build.mjs';
import { at } from './run.mjs';

await build();
const { preview } = await import('vite');
const server = await preview({
  configFile: at('web', 'vite.config.ts'), logLevel: 'warn',
  preview: { port: Number(process.env.PORT ?? 5173), strictPort: process.env.PORT !== undefined, host: process.env.HOST ?? 'localhost' },
});
console.log(`\nLoopscope is at ${server.resolvedUrls.local[0]}  (Ctrl-C ends it)`);
