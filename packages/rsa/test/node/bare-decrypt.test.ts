// The decryption thread: it comes back after an end, and never keeps a process alive for nothing.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { bareDecrypt } from '../../src/node/bare-decrypt'

const started: Worker[] = []

jest.mock('node:worker_threads', () => {
  const real = jest.requireActual<typeof import('node:worker_threads')>('node:worker_threads')
  return {
    ...real,
    Worker: class extends real.Worker {
      constructor(...given: ConstructorParameters<typeof real.Worker>) {
        super(...given)
        started.push(this)
      }
    },
  }
})

afterAll(() => Promise.all(started.map((worker) => worker.terminate())))

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const one = new Uint8Array(128).fill(1, 127)

test('one to any power is one, on one thread for all callers', async () => {
  const bares = await Promise.all([bareDecrypt(privateKey, one), bareDecrypt(privateKey, one)])
  expect(bares.map((bare) => bare && [...bare])).toEqual([[...one], [...one]])
  expect(started).toHaveLength(1)
})

test('what is due is rejected when the thread ends, and the next caller gets a new thread', async () => {
  const due = bareDecrypt(privateKey, one)
  started[0]?.emit('exit', 1)
  await expect(due).rejects.toThrow('thread ended')
  await expect(bareDecrypt(privateKey, one)).resolves.toHaveLength(128)
  expect(started).toHaveLength(2)
})

test('a process waits for each answer, then ends by itself', () => {
  const script = join(__dirname, '../support/decrypt-twice.ts')
  const args = ['--conditions=@local-number/source', '--import', 'tsx', script]
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000 })).toBe('往返往返')
})
