// The client suite when the SDK ends or blocks its process.
import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { clientScenarios } from '../../../src/client'
import { createIsolatedClientSuite } from '../../../src/client/process/isolated-suite'
import type { ProcessMessage, RunRequest } from '../../../src/client/process/messages'

type Script = (send: (message: ProcessMessage) => void, request: RunRequest, end: () => void) => void

/** Creates stand-ins for processes that follow these scripts, one after another. */
function createProcesses(...scripts: readonly Script[]) {
  const left = [...scripts]
  return () => {
    const child = new EventEmitter()
    const end = () => void child.emit('close')
    const send = (request: RunRequest) =>
      setImmediate(() => left.shift()?.((message) => void child.emit('message', message), request, end))
    return Object.assign(child, { send, kill: end }) as unknown as ChildProcess
  }
}

const [first, second] = clientScenarios.map(({ id }) => id) as [string, string]
const toPassed = (id: string): ProcessMessage => ({
  result: { id: id as `@${string}`, title: { zh: '', en: '' }, source: '', status: 'passed', ms: 1 },
})

const finishes: Script = (send, { ids }, end) => {
  for (const id of ids) {
    send({ began: id })
    send(toPassed(id))
  }
  send({ done: true })
  end()
}

const run = (start: () => ChildProcess, options = {}) =>
  createIsolatedClientSuite(start).run(
    { address: 'sdk.mjs', control: null, credentials: null },
    new Set([first, second]),
    options,
  )

test('the results are those that the process reports', async () => {
  expect(await run(createProcesses(finishes))).toMatchObject([
    { id: first, status: 'passed' },
    { id: second, status: 'passed' },
  ])
})

test('a scenario that ends the process fails, and the next one runs in another process', async () => {
  const ends: Script = (send, _, end) => {
    send({ began: first })
    end()
  }
  expect(await run(createProcesses(ends, finishes))).toMatchObject([
    { id: first, status: 'failed', reason: 'ended the process' },
    { id: second, status: 'passed' },
  ])
})

test('a scenario that blocks the process fails, and the next one runs in another process', async () => {
  const blocks: Script = (send) => send({ began: first })
  expect(await run(createProcesses(blocks, finishes), { limitMs: 1 })).toMatchObject([
    { id: first, status: 'failed', reason: expect.stringContaining('did not finish within 1 ms') },
    { id: second, status: 'passed' },
  ])
})

test('a module that cannot be tested is reported once', async () => {
  const unusable: Script = (send, _, end) => {
    send({ unusable: 'createSdk({ wx }) threw: boom' })
    end()
  }
  await expect(run(createProcesses(unusable))).rejects.toThrow('createSdk({ wx }) threw: boom')
})

test('a module that ends the process while it is loaded cannot be tested', async () => {
  await expect(run(createProcesses((_send, _request, end) => end()))).rejects.toThrow('ended the process')
})

test('a run that is stopped returns the results so far', async () => {
  const stopping = new AbortController()
  const onResult = () => stopping.abort()
  const half: Script = (send, { ids: [id = ''] }) => {
    send({ began: id })
    send(toPassed(id))
  }
  expect(await run(createProcesses(half), { stop: stopping.signal, onResult })).toMatchObject([{ id: first }])
})
