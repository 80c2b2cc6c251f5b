// Faults that are switched on, counted down and cleared.
import type { Fault } from '@local-number/simulator-contract'
import { FaultRegistry } from '../../src/state/faults'

let changes: (readonly Fault[])[]
let faults: FaultRegistry

beforeEach(() => {
  changes = []
  let lastId = 0
  const createId = () => {
    lastId += 1
    return `f${lastId}`
  }
  faults = new FaultRegistry({ createId, save: (all) => void changes.push(all) })
})

test('a fault concerns one call by default', () => {
  const effect = { code: '130018' }
  expect(faults.add({ call: 'getToken', effect })).toEqual({
    id: 'f1',
    call: 'getToken',
    handset: null,
    times: 1,
    effect,
  })
  expect(faults.take('getToken', 'cm-5g')).toEqual([effect])
  expect(faults.take('getToken', 'cm-5g')).toEqual([])
  expect(faults.all).toEqual([])
})

test('a fault with times is counted down with each call', () => {
  faults.add({ call: 'verify', effect: { status: 503 }, times: 3 })
  expect([1, 2, 3, 4].map(() => faults.take('verify', null).length)).toEqual([1, 1, 1, 0])
  expect(changes.map((all) => all[0]?.times)).toEqual([3, 2, 1, undefined])
})

test('a fault with times null lasts until it is cleared', () => {
  const { id } = faults.add({ call: 'verify', effect: { status: 503 }, times: null })
  for (let count = 0; count < 50; count += 1) expect(faults.take('verify', null)).toHaveLength(1)
  expect(changes).toHaveLength(1)
  expect([faults.clear(id), faults.clear(id)]).toEqual([true, false])
  expect(faults.take('verify', null)).toEqual([])
  expect(changes).toHaveLength(2)
})

test('a fault of one call and one handset does not concern others', () => {
  faults.add({ call: 'getToken', effect: { drop: 'answer' }, handset: 'cm-5g' })
  expect(faults.take('getMobile', 'cm-5g')).toEqual([])
  expect(faults.take('getToken', 'cm-4g')).toEqual([])
  expect(faults.take('getToken', null)).toEqual([])
  expect(faults.take('getToken', 'cm-5g')).toEqual([{ drop: 'answer' }])
})

test('several faults of one call are applied in order', () => {
  const effects = [{ delayMs: 5 }, { status: 503 }, { delayMs: 7 }]
  for (const effect of effects) faults.add({ call: 'getMobile', effect })
  expect(faults.take('getMobile', 'cm-5g')).toEqual(effects)
})

test('clearAll clears every fault and reports one change', () => {
  faults.add({ call: 'getToken', effect: { status: 503 } })
  faults.add({ call: 'verify', effect: { status: 503 } })
  faults.clearAll()
  faults.clearAll()
  expect([faults.all, changes.length]).toEqual([[], 3])
})

test('faults of an earlier run can be continued', () => {
  faults.add({ call: 'getToken', effect: { status: 503 }, times: 2 })
  faults.take('getToken', null)
  const stored = JSON.parse(JSON.stringify(changes.at(-1)))
  const restarted = new FaultRegistry({ initial: stored })
  expect(restarted.all).toEqual(faults.all)
  expect([1, 2].map(() => restarted.take('getToken', null).length)).toEqual([1, 0])
})

test('every fault has its own id', () => {
  const registry = new FaultRegistry()
  const ids = [1, 2, 3].map(() => registry.add({ call: 'verify', effect: { status: 500 } }).id)
  expect(new Set(ids).size).toBe(3)
})

test('the 1,001st fault is refused', () => {
  const add = () => faults.add({ call: 'verify', effect: { status: 503 }, times: null })
  for (let count = 0; count < 1000; count += 1) add()
  expect(add).toThrow(expect.objectContaining({ code: 'limitReached' }))
  expect(faults.all).toHaveLength(1000)
})
