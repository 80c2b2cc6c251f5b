// A client SDK in a process of its own: what becomes of the run when it ends that process, or blocks it.
import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { clientScenarios } from '../../src/client'
import { clientApart } from '../../src/client/process/apart'
import type { Order, Told } from '../../src/client/process/messages'

type Play = (tell: (told: Told) => void, order: Order, end: () => void) => void

/** Processes that do as they are told here, one after another. */
function processes(...plays: readonly Play[]) {
  const left = [...plays]
  return () => {
    const child = new EventEmitter()
    const end = () => void child.emit('close')
    const send = (order: Order) =>
      setImmediate(() => left.shift()?.((told) => void child.emit('message', told), order, end))
    return Object.assign(child, { send, kill: end }) as unknown as ChildProcess
  }
}

const [first, second] = clientScenarios.map(({ id }) => id) as [string, string]
const passed = (id: string): Told => ({
  result: { id: id as `@${string}`, title: { zh: '', en: '' }, source: '', status: 'passed', ms: 1 },
})

const finishes: Play = (tell, { ids }, end) => {
  for (const id of ids) {
    tell({ began: id })
    tell(passed(id))
  }
  tell({ done: true })
  end()
}

const run = (start: () => ChildProcess, options = {}) =>
  clientApart(start).run({ address: 'sdk.mjs', control: null, credentials: null }, new Set([first, second]), options)

test('all that is told is the result', async () => {
  expect(await run(processes(finishes))).toMatchObject([
    { id: first, status: 'passed' },
    { id: second, status: 'passed' },
  ])
})

test('a scenario that ends the process has failed, and the next one has another process', async () => {
  const ends: Play = (tell, _, end) => {
    tell({ began: first })
    end()
  }
  expect(await run(processes(ends, finishes))).toMatchObject([
    { id: first, status: 'failed', reason: 'ended the process' },
    { id: second, status: 'passed' },
  ])
})

test('so has one that blocks it', async () => {
  const blocks: Play = (tell) => tell({ began: first })
  expect(await run(processes(blocks, finishes), { limitMs: 1 })).toMatchObject([
    { id: first, status: 'failed', reason: expect.stringContaining('not done within 1 ms') },
    { id: second, status: 'passed' },
  ])
})

test('a module that cannot be tried is told once', async () => {
  const unusable: Play = (tell, _, end) => {
    tell({ unusable: 'createSdk({ wx }) threw: boom' })
    end()
  }
  await expect(run(processes(unusable))).rejects.toThrow('createSdk({ wx }) threw: boom')
})

test('one that ends the process as it is loaded cannot be tried either', async () => {
  await expect(run(processes((_tell, _order, end) => end()))).rejects.toThrow('ended the process')
})

test('a run that is stopped ends with what is done', async () => {
  const stopping = new AbortController()
  const onResult = () => stopping.abort()
  const half: Play = (tell, order) => {
    tell({ began: order.ids[0] ?? '' })
    tell(passed(order.ids[0] ?? ''))
  }
  expect(await run(processes(half), { stop: stopping.signal, onResult })).toMatchObject([{ id: first }])
})
