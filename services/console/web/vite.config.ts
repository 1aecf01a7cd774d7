import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The console's back end serves what is built here, under the same address as its API.
export default defineConfig({
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: '../target/classes/META-INF/resources',
    emptyOutDir: true,
    // Nothing is inlined: the page's policy lets scripts, styles and fonts come from its own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://localhost:8080',
      '/logout': 'http://localhost:8080',
    },
  },
  test: {
    environment: 'node',
    silent: 'passed-only',
    include: ['src/**/*.test.ts'],
    env: { TZ: 'America/New_York' },
  },
});
