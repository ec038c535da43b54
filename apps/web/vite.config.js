import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { messages } from './build/messages-plugin.js';

const api = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), messages(fileURLToPath(new URL('src', import.meta.url)))],
  resolve: { conditions: ['@roost/source', 'module', 'browser', 'development|production'] },
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
  },
});
