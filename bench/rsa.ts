// How long RSA takes, as multiples of what OpenSSL itself needs for the same block in the same run.
// node --conditions=@local-number/source --import tsx bench/rsa.ts
import { constants, createPrivateKey, privateDecrypt } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { importPrivateKey } from '@local-number/rsa'
import { rsaUtils as forge } from '@local-number/rsa/forge'
import { rsaUtils as node } from '@local-number/rsa/node'

const text = '13800138000B50BBEF6C4CD4FA8A1B2C3D4E5F6071820261122120506078'

interface Cost {
  /** Milliseconds from the call to its answer. */
  readonly elapsed: number
  /** Milliseconds of it in which the event loop served nobody else. */
  readonly busy: number
}

async function costOf(runs: number, work: () => unknown): Promise<Cost> {
  for (let run = 0; run < runs / 5; run += 1) await work()
  const [start, loop] = [performance.now(), performance.eventLoopUtilization()]
  for (let run = 0; run < runs; run += 1) await work()
  const busy = performance.eventLoopUtilization(loop).active
  const elapsed = performance.now() - start
  return { elapsed: elapsed / runs, busy: Math.min(busy, elapsed) / runs }
}

async function compare(bits: 1024 | 2048): Promise<void> {
  const pair = await node.genKeyPair({ bits })
  const [privateText, publicText] = [node.getPrivateKey(pair), node.getPublicKey(pair)]
  const imported = importPrivateKey(privateText)
  const native = createPrivateKey({ key: Buffer.from(privateText, 'base64'), format: 'der', type: 'pkcs8' })
  const ciphertext = await node.encrypt(text, publicText)
  const block = Buffer.from(ciphertext, 'base64')

  const contenders: readonly [name: string, runs: number, work: () => unknown][] = [
    [
      'privateDecrypt, RSA_NO_PADDING',
      500,
      () => privateDecrypt({ key: native, padding: constants.RSA_NO_PADDING }, block),
    ],
    ['node decrypt, imported key', 500, () => node.decrypt(ciphertext, imported)],
    ['node decrypt, key as text', 500, () => node.decrypt(ciphertext, privateText)],
    ['forge decrypt, imported key', 30, () => forge.decrypt(ciphertext, imported)],
    ['node sign, imported key', 500, () => node.sign(text, imported)],
    ['node sign, key as text', 500, () => node.sign(text, privateText)],
    ['forge sign, imported key', 30, () => forge.sign(text, imported)],
    ['node encrypt', 500, () => node.encrypt(text, pair.publicKey)],
    ['forge encrypt', 100, () => forge.encrypt(text, pair.publicKey)],
  ]

  let baseline = 0
  process.stdout.write(`\n${bits} bits${' '.repeat(30)}ms    × baseline   event loop busy, ms\n`)
  for (const [name, runs, work] of contenders) {
    const { elapsed, busy } = await costOf(runs, work)
    baseline ||= elapsed
    const columns = [
      elapsed.toFixed(3).padStart(8),
      (elapsed / baseline).toFixed(1).padStart(12),
      busy.toFixed(3).padStart(16),
    ]
    process.stdout.write(`${name.padEnd(32)}${columns.join('')}\n`)
  }
}

process.stdout.write('The baseline is the first line: one synchronous privateDecrypt without padding.\n')
void compare(1024).then(() => compare(2048))
