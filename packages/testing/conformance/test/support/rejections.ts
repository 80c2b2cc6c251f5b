// In Jest, `process` is a copy that receives no events, and an unhandled rejection fails the test. During the tests of
// a file, this forwards rejections to the copy, as the real `process` would receive them.
import { runInThisContext } from 'node:vm'

const real: NodeJS.Process = runInThisContext('process')

export function forwardRejections(): void {
  let listenersOfJest: NodeJS.UnhandledRejectionListener[] = []
  const forward: NodeJS.UnhandledRejectionListener = (reason, promise) => {
    if (!process.emit('unhandledRejection', reason, promise))
      for (const listener of listenersOfJest) listener(reason, promise)
  }
  beforeEach(() => {
    listenersOfJest = real.listeners('unhandledRejection')
    real.removeAllListeners('unhandledRejection').on('unhandledRejection', forward)
  })
  afterEach(() => {
    real.removeAllListeners('unhandledRejection')
    for (const listener of listenersOfJest) real.on('unhandledRejection', listener)
  })
}
