import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: { include: ['tests/web/model/**/*.test.ts'], environment: 'node' },
});
