// Builds the folder that is uploaded: one CommonJS file with all dependencies, and the files of `upload/`.
import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { 'local-number': 'src/index.ts' },
  format: ['cjs'],
  outExtension: () => ({ js: '.js' }),
  target: 'node20',
  noExternal: [/./],
  publicDir: 'upload',
  esbuildOptions: (options) => {
    options.conditions = ['@local-number/source', 'node', 'import']
  },
  clean: true,
})
