// Bare RSA on a thread of its own. Node's privateDecrypt is synchronous only: 0.1 ms (1024 bits) to 3 ms (4096 bits) per
// block that nobody else is served. Handing a block to a thread costs the event loop some 0.05 ms (see bench/rsa.ts).
import type { KeyObject } from 'node:crypto'
import { Worker } from 'node:worker_threads'

// A text, so that it runs alike from sources, from dist and from within a bundle. Node 20 refuses RSA_PKCS1_PADDING here
// (CVE-2023-46809); RSA_NO_PADDING leaves the padding on. What throws is no ciphertext of this key.
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

type BareDecrypt = (key: KeyObject, block: Uint8Array) => Promise<Uint8Array | undefined>

/** Starts the thread. It keeps the process alive only while an answer is due. */
function startThread(onEnd: () => void): BareDecrypt {
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
    for (const { reject } of waiting.values()) reject(new Error('The decryption thread ended. Try again.'))
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

let thread: BareDecrypt | undefined

/** c^d mod n as a block of the key's size; undefined when the block is not below the modulus. */
export const bareDecrypt: BareDecrypt = (key, block) => {
  thread ??= startThread(() => {
    thread = undefined
  })
  return thread(key, block)
}
