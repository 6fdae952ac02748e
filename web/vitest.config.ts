import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  // A test that hangs is to end some day; how quick the machine is says nothing.
  test: { include: ['tests/web/model/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
});
