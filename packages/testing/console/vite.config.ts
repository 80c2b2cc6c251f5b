// Builds the page that the simulator copies into its dist and serves from its admin listener, and serves it with hot
// reload in development. Sources of the protocol are used directly, so that it need not be built first.
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { writeNotices } from '../../../tsup.notices'

/** Where a simulator is expected in development. */
const { SIMULATOR_ADMIN_PORT = '7002' } = process.env

export default defineConfig({
  base: './',
  plugins: [react(), writeNotices()],
  resolve: { conditions: ['@local-number/source', ...defaultClientConditions] },
  server: {
    host: '127.0.0.1',
    // The Host header stays as the browser sent it: the admin API accepts only pages of its own origin.
    proxy: { '/_sim': { target: `http://127.0.0.1:${SIMULATOR_ADMIN_PORT}`, changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Keeps light-dark(): the page switches the color scheme at run time.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    chunkSizeWarningLimit: 700,
    // The content security policy of the page forbids data: URLs for fonts and scripts.
    assetsInlineLimit: 0,
  },
})
