// How every package's JavaScript is built: ESM and CommonJS, dependencies left outside. Its declarations are written by
// scripts/declarations.mjs.
import { defineConfig, type Options } from 'tsup'

/** Bundlers and test runners take `node:timers/promises` for Node's own in every case, and `timers/promises` in most. */
const COMMON = { sourcemap: true, removeNodeProtocol: false } as const satisfies Options

/** A published library. `target` is es2018 where the code may end in a mini-program, es2022 on servers. */
export function library(entries: readonly string[], target: 'es2018' | 'es2022', extra: Options = {}) {
  return defineConfig({
    entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    format: ['esm', 'cjs'],
    target,
    // Declarations are the other build's.
    clean: ['!**/*.d.{ts,cts}'],
    ...COMMON,
    ...extra,
  })
}

/** A Node service: ESM only, no declarations, its `main` runs it. */
export function service(entries: readonly string[]) {
  return defineConfig({
    entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    format: ['esm'],
    target: 'node20',
    clean: true,
    ...COMMON,
  })
}
