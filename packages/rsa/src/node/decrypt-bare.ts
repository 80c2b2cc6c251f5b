// Bare RSA on a separate thread. Node's privateDecrypt is synchronous and would block the event loop for 0.1 ms (1024
// bits) to 3 ms (4096 bits) per block. Passing a block to a thread costs about 0.05 ms (see bench/rsa.ts).
import type { KeyObject } from 'node:crypto'
import { Worker } from 'node:worker_threads'

// A text, so that it runs from sources, from dist and inside a bundle. Node 20 refuses RSA_PKCS1_PADDING here
// (CVE-2023-46809); RSA_NO_PADDING keeps the padding. A block that throws is not a ciphertext of this key.
const program = `
const { privateDecrypt, constants } = require('node:crypto')
const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ id, key, block }) => {
  let bare
  try {
    bare = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block)
  } catch {}
  parentPort.postMessage({ id, bare })
})`

interface Answer {
  readonly id: number
  readonly bare?: Uint8Array
}

interface Waiting {
  resolve(bare: Uint8Array | undefined): void
  reject(cause: Error): void
}

type DecryptBare = (key: KeyObject, block: Uint8Array) => Promise<Uint8Array | undefined>

/** Starts the thread. It keeps the process alive only while an answer is due. */
function startThread(onEnd: () => void): DecryptBare {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const worker = new Worker(program, { eval: true, execArgv: [], env: {} })

  worker.on('message', ({ id, bare }: Answer) => {
    waiting.get(id)?.resolve(bare)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  // An exit follows every error.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    onEnd()
    for (const { reject } of waiting.values())
      reject(new Error('the decryption thread ended before it answered: try again'))
    waiting.clear()
  })

  return (key, block) =>
    new Promise((resolve, reject) => {
      lastId += 1
      worker.postMessage({ id: lastId, key, block })
      waiting.set(lastId, { resolve, reject })
      worker.ref()
    })
}

let thread: DecryptBare | undefined

/** c^d mod n as a block of the key's size. Undefined when the block is not below the modulus. */
export const decryptBare: DecryptBare = (key, block) => {
  thread ??= startThread(() => {
    thread = undefined
  })
  return thread(key, block)
}
