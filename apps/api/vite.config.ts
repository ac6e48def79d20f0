import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

// One bundle per way of running the server; packages stay outside and are loaded from node_modules.
const entries = {
  main: 'apps/api/src/main.ts',
  worker: 'apps/api/src/worker.ts',
  'print-schema': 'apps/api/src/print-schema.ts',
  'audit-verify': 'apps/api/src/audit-verify.ts',
  seed: 'prisma/seed/index.ts',
};

/**
 * Prisma's query compiler as a file of its own. The package brings it as text in a module, and a module's text stays in memory
 * as long as the server runs: 16 MB for what is read once.
 */
function queryCompilerAsFile(): Plugin {
  const text = /\/query_compiler_\w+\.postgresql\.wasm-base64\.mjs$/;
  const file = 'query-compiler.wasm';
  let bytes: Buffer | undefined;
  return {
    name: 'query-compiler-as-file',
    enforce: 'pre',
    resolveId: (id) => (text.test(id) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith('\0') || !text.test(id)) return undefined;
      const { wasm } = (await import(id.slice(1))) as { readonly wasm: string };
      bytes = Buffer.from(wasm, 'base64');
      // A chunk of its own, in chunks/. The generated client decodes with `Buffer.from`, which takes bytes as they are.
      return `import { readFileSync } from 'node:fs';
        export const wasm = readFileSync(new URL('../${file}', import.meta.url));`;
    },
    async writeBundle({ dir = '' }) {
      if (bytes) await writeFile(join(dir, file), bytes);
    },
  };
}

export default defineConfig({
  root,
  plugins: [queryCompilerAsFile()],
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
