import { EventEmitter } from 'node:events'
import { stopOnSignal } from '../../src/cli/run'

function createTerminal() {
  const exits: number[] = []
  return Object.assign(new EventEmitter(), { exits, exit: (code: number) => exits.push(code) })
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
