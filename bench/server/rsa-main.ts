// Signs as often as it can, by turns with our function and with Node's own.

import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { importPrivateKey, type PrivateKey } from '@local-number/rsa'
import { rsaUtils } from '@local-number/rsa/node'
import { type Bits, createKeys } from './app'
import { answerParent } from './child'

const AT_ONCE = 8
/** A slice of a turn: short, so that both see the same machine. */
const BATCH = 64
const TEXT = `300011877495${'0123456789ABCDEF'.repeat(2)}20261122120506078${'0123456789abcdef'.repeat(2)}1.2`

const signBytes = promisify(sign)

function createKeyForms(bits: Bits): { imported: PrivateKey; native: KeyObject } {
  const { customerPrivateKey } = createKeys(bits)
  const key = Buffer.from(customerPrivateKey, 'base64')
  return {
    imported: importPrivateKey(customerPrivateKey),
    native: createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
  }
}

const keys = { 1024: createKeyForms(1024), 2048: createKeyForms(2048) }

/** Returns the seconds that a batch takes. */
async function time(work: () => Promise<string>): Promise<number> {
  const start = performance.now()
  const signInTurn = async () => {
    for (let count = 0; count < BATCH / AT_ONCE; count += 1) await work()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, signInTurn))
  return (performance.now() - start) / 1000
}

answerParent({
  async turn({ bits, seconds }: { bits: Bits; seconds: number }) {
    const { imported, native } = keys[bits]
    const spent = { ours: 0, bare: 0 }
    let batches = 0
    for (; spent.ours + spent.bare < seconds; batches += 1) {
      spent.ours += await time(() => rsaUtils.sign(TEXT, imported))
      spent.bare += await time(async () => (await signBytes('md5', Buffer.from(TEXT), native)).toString('base64'))
    }
    return { ours: (batches * BATCH) / spent.ours, bare: (batches * BATCH) / spent.bare }
  },
})
