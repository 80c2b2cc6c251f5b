// Jest gives tests a copy of `process` that hears of nothing, and fails a test itself when a rejection goes unhandled.
// For the length of a file, rejections reach the copy, as they would reach a program's `process`.
import { runInThisContext } from 'node:vm'

const real: NodeJS.Process = runInThisContext('process')

export function hearRejections(): void {
  let jests: NodeJS.UnhandledRejectionListener[] = []
  const forward: NodeJS.UnhandledRejectionListener = (reason, promise) => {
    if (!process.emit('unhandledRejection', reason, promise)) for (const listener of jests) listener(reason, promise)
  }
  beforeEach(() => {
    jests = real.listeners('unhandledRejection')
    real.removeAllListeners('unhandledRejection').on('unhandledRejection', forward)
  })
  afterEach(() => {
    real.removeAllListeners('unhandledRejection')
    for (const listener of jests) real.on('unhandledRejection', listener)
  })
}
