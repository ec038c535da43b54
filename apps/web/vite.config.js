import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { messages } from './build/messages-plugin.js';

const api = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), messages(fileURLToPath(new URL('src', import.meta.url)))],
  resolve: {
    // React has had this hook since version 18; the copy for older ones would only be weight.
    alias: [
      {
        find: /^use-sync-external-store\/shim(\/index\.js)?$/u,
        replacement: fileURLToPath(new URL('build/use-sync-external-store.js', import.meta.url)),
      },
    ],
    conditions: ['@roost/source', 'module', 'browser', 'development|production'],
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: api },
      '/oauth': { target: api },
      '/media': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    rolldownOptions: {
      output: {
        // What every page inside needs comes as one file instead of thirty small ones; the pages before signing in need none of it.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'frame',
              test: /@tanstack\/(react-query|query-core)\/|\/src\/(app\/(shell\/(?!shell\.lazy|key-help\.tsx)|keys\/)|app\/(session|query-client|with-queries|prefetch)\.|features\/(timelines|statuses|relationships)\/|live\/(channels|use-live|connection-store|loaded-at)\.)/u,
            },
          ],
        },
      },
    },
  },
});
