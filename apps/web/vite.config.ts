import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { persistedOperations } from '../../tools/operations/vite-plugin';
import { precompress } from './precompress';
import { preloadFonts } from './preload-fonts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env['API_URL'] ?? 'http://localhost:3000';

/** /g/:token is the guest's own light page, every other address the desk's. In production the API serves them likewise. */
function guestPage(): Plugin {
  return {
    name: 'planerka:guest-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/g/')) request.url = '/guest.html';
        next();
      });
    },
  };
}

export default defineConfig({
  root: at('.'),
  cacheDir: at('../../node_modules/.vite/web'),
  plugins: [react(), guestPage(), persistedOperations(at('../..')), preloadFonts(), precompress()],
  resolve: {
    alias: [
      { find: '@planerka', replacement: at('../../libs') },
      // browsers bring Temporal: the polyfill comes only to those that do not
      { find: /^temporal-polyfill$/, replacement: at('src/temporal.ts') },
    ],
  },
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    // what is loaded with what: read by scripts/lib/sizes.mjs
    manifest: true,
    // the content security policy allows data: for pictures only
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: at('index.html'), guest: at('guest.html') },
      // A page opened late shares with the shell: left alone, each shared piece becomes a chunk and packs worse.
      output: {
        // The shell names every piece that may come later, twice for its style: two hundred names that nobody reads are half a kilobyte.
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'assets/[hash][extname]' : 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
            { name: 'desk', test: /\/node_modules\/(@tanstack\/(react-)?router|@urql|urql)/, priority: 1 },
            // What the frame has of the kit anyway, in one piece: several small ones pack worse.
            { name: 'kit', test: /\/@mantine\/core\/.*\/(CloseButton|Transition|Portal|FocusTrap)\// },
          ],
        },
      },
      // the domain is pure by law: what a page does not use of it (zod schemas above all) need not come along
      // a door does nothing but open: what a page does not take through it stays with those that do
      treeshake: {
        moduleSideEffects: [
          { test: /\/libs\/[\w-]+\/domain\//, sideEffects: false },
          // the guest's page behind the door that the desk goes through for a piece of it
          { test: /\/libs\/platform\/web\/guest\/(?!index)[\w-]+\.tsx?$/, sideEffects: false },
          {
            test: /\/libs\/[\w-]+\/web\/(?!(?:[\w-]+\/)*(?:locales|guest)\/)(?:[\w-]+\/)*index\.ts$/,
            sideEffects: false,
          },
        ],
      },
    },
  },
  server: {
    port: Number(process.env['WEB_PORT'] ?? 5173),
    fs: { allow: [at('../..')] },
    proxy: {
      '/graphql': { target: api, ws: true },
      '/api': { target: api },
      '/files': { target: api },
      '/uploads': { target: api },
    },
  },
});
