import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

// One bundle per way of running the server; packages stay outside and are loaded from node_modules.
const entries = {
  main: 'apps/api/src/main.ts',
  worker: 'apps/api/src/worker.ts',
  'print-schema': 'apps/api/src/print-schema.ts',
  seed: 'prisma/seed/index.ts',
};

export default defineConfig({
  root,
  publicDir: false,
  resolve: { alias: { '@planerka': `${root}libs` } },
  // Nest reads the types of constructor parameters at run time.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  ssr: { external: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/api',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(root + file))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
