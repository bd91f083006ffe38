import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while one works on the web alone. */
const api = process.env.MADANGAN_API ?? 'http://localhost:8080';

/** Packages every screen needs share one chunk, so that a second screen costs only its own code. */
function sharedChunk(id: string): string | undefined {
  if (!id.includes('/node_modules/')) return undefined;
  if (/\/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react';
  if (/\/node_modules\/(@tanstack|i18next|react-i18next|openapi-fetch)\//.test(id)) return 'runtime';
  return undefined;
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: {
    port: 5173,
    // The Host header names the regency, so it must reach the API unchanged.
    proxy: { '/api': { target: api, changeOrigin: false }, '/v': { target: api, changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2022',
    // Data URIs in CSS would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { output: { manualChunks: sharedChunk } },
  },
});
