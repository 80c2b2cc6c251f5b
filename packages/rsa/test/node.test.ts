// On node:crypto the event loop is free while keys are made and private keys compute.
import type { RsaUtils } from '../src/index'
import { rsaUtils } from '../src/node'
import { jdk2048 } from './support/vectors'

const { privateKey, publicKey } = jdk2048

/** How often the event loop turned while the work was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0
  let busy = true
  const turn = () => {
    turns += 1
    if (busy) setImmediate(turn)
  }
  setImmediate(turn)
  await work
  busy = false
  return turns
}

test.each<[what: string, work: (rsa: RsaUtils, ciphertext: string) => Promise<unknown>]>([
  ['a key pair is made', (rsa) => rsa.genKeyPair({ bits: 2048 })],
  ['texts are signed', (rsa) => Promise.all(Array.from({ length: 100 }, () => rsa.sign('text', privateKey)))],
  ['a long text is decrypted', (rsa, ciphertext) => rsa.decrypt(ciphertext, privateKey)],
])('the event loop is not blocked while %s', async (_what, work) => {
  const ciphertext = await rsaUtils.encrypt('长'.repeat(2000), publicKey)
  // On a busy machine the work may be over before this thread is given its turn: then it is asked again. An engine that
  // works on this thread never lets the loop turn, however often it is asked.
  let turns = 0
  for (let round = 0; round < 50 && turns < 2; round += 1) turns += await turnsDuring(work(rsaUtils, ciphertext))
  expect(turns).toBeGreaterThan(1)
})
