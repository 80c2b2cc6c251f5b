import { EventEmitter } from 'node:events'
import { stopOnSignal } from '../../src/cli/run'

function terminal() {
  const exits: number[] = []
  return Object.assign(new EventEmitter(), { exits, exit: (code: number) => exits.push(code) })
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('a second signal ends at once what the first, %s, has not stopped', (signal, code) => {
  const process = terminal()
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
