// Builds the page that the simulator copies into its dist and serves from its admin listener. Texts and tables of the protocol
// come from its sources, so that it need not be built first.
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: { conditions: ['@local-number/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // light-dark() must stay as it is: the scheme is switched by the page, not by the style sheet.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    chunkSizeWarningLimit: 700,
    // A picture inlined as data: would do, a font or a script would break the policy that the page is served with.
    assetsInlineLimit: 0,
  },
})
