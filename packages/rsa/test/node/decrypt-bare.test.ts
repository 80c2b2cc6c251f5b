// The decryption thread: it restarts after an end, and keeps a process alive only while an answer is pending.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { decryptBare } from '../../src/node/decrypt-bare'

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

test('decryptBare serves all callers on one thread: one to any power is one', async () => {
  const bares = await Promise.all([decryptBare(privateKey, one), decryptBare(privateKey, one)])
  expect(bares.map((bare) => bare && [...bare])).toEqual([[...one], [...one]])
  expect(started).toHaveLength(1)
})

test('when the thread ends, pending calls reject and the next call starts a new thread', async () => {
  const due = decryptBare(privateKey, one)
  started[0]?.emit('exit', 1)
  await expect(due).rejects.toThrow('thread ended')
  await expect(decryptBare(privateKey, one)).resolves.toHaveLength(128)
  expect(started).toHaveLength(2)
})

test('a process waits for pending answers and then ends by itself', () => {
  const script = join(__dirname, '../support/decrypt-twice.ts')
  const args = ['--conditions=@local-number/source', '--import', 'tsx', script]
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000 })).toBe('往返往返')
})
