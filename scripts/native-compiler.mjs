// cspell:ignore GOGC GOMEMLIMIT
// TypeScript 7, the native compiler, for one project at a time: the gate's other tasks have the other cores.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const TSC = fileURLToPath(new URL('../node_modules/typescript-native/bin/tsc', import.meta.url))

/**
 * Checkers share no work: one needs a quarter less time of the processor than the usual four. A run is short, so that
 * collecting garbage, which would take a third of it, waits until there is a gigabyte.
 */
const ONE_CHECKER = ['--checkers', '1']
const GARBAGE = { GOGC: 'off', GOMEMLIMIT: '1GiB' }

/** Prints the compiler's diagnostics. @returns its status */
export function compile(...args) {
  const env = { ...process.env, ...GARBAGE }
  return spawnSync(process.execPath, [TSC, ...ONE_CHECKER, ...args], { stdio: 'inherit', env }).status ?? 1
}
