import { EventEmitter } from 'node:events'
import { stopOnSignal } from '../../src/cli/run'

function createTerminal() {
  const exits: number[] = []
  const lines: string[] = []
  const stderr = { write: (line: string) => lines.push(line) }
  return Object.assign(new EventEmitter(), { exits, lines, stderr, exit: (code: number) => exits.push(code) })
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('after %s, a second signal exits at once with code %i', (signal, code) => {
  const process = createTerminal()
  let stops = 0
  const stop = () => {
    stops += 1
    return new Promise<void>(() => undefined)
  }
  stopOnSignal({ stop }, process)
  process.emit(signal)
  expect(process.exits).toEqual([])
  process.emit(signal)
  expect(process.exits).toEqual([code])
  expect(stops).toBe(1)
})

test.each(['SIGINT', 'SIGTERM'])('a stop that fails after %s is reported, and ends with code 1', async (signal) => {
  const process = createTerminal()
  const failure = Promise.reject(new Error('disk I/O error'))
  stopOnSignal({ stop: () => failure }, process)
  process.emit(signal)
  await expect(failure).rejects.toThrow()
  expect(process.lines).toEqual([
    'The simulator was ended before it could stop (disk I/O error): the next start checks its data.\n',
  ])
  expect(process.exits).toEqual([1])
})
