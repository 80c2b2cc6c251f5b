// Every fault of a ciphertext tells an attacker the same: that decryption failed.
import { constants, publicEncrypt } from 'node:crypto'
import { engines } from './support/engines'
import { rejection } from './support/rejection'
import { jdk1024, jdk2048 } from './support/vectors'

const { privateKey, publicKey } = jdk1024
const good = jdk1024.cases[1]!.ciphertext
const pem = `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`

/** Encrypts a block as it stands, padding and all. */
function bare(...start: number[]): string {
  const block = Buffer.alloc(128, 0x7f)
  block.set(start)
  return publicEncrypt({ key: pem, padding: constants.RSA_NO_PADDING }, block).toString('base64')
}

const padded = (...message: number[]) =>
  publicEncrypt({ key: pem, padding: constants.RSA_PKCS1_PADDING }, Uint8Array.from(message)).toString('base64')

const eight = Array.from({ length: 8 }, () => 0x55)
const bytes = (base64: string) => Buffer.from(base64, 'base64')

const failures: [what: string, ciphertext: string][] = [
  ['is empty', ''],
  ['is not base64', '密文'],
  ['is short of a byte', bytes(good).subarray(1).toString('base64')],
  ['has a byte too many', Buffer.concat([bytes(good), Buffer.alloc(1)]).toString('base64')],
  ['was made for another key', jdk2048.cases[1]!.ciphertext],
  ['is zero', Buffer.alloc(128).toString('base64')],
  ['is not below the modulus', Buffer.alloc(128, 0xff).toString('base64')],
  ['was altered', Buffer.from(bytes(good).map((byte, index) => (index === 64 ? byte ^ 1 : byte))).toString('base64')],
  ['does not begin with 00', bare(1, 2, ...eight, 0)],
  ['is a signature block', bare(0, 1, ...eight, 0)],
  ['has seven bytes of padding', bare(0, 2, ...eight.slice(1), 0)],
  ['never ends its padding', bare(0, 2)],
  ['holds no UTF-8', padded(0xff, 0xfe)],
  ['ends in the middle of a character', padded(0xe4, 0xb8)],
  ['has a good block and a bad one', Buffer.concat([bytes(good), bytes(bare(0, 1))]).toString('base64')],
]

describe.each(engines)('the %s engine', (_engine, rsa) => {
  test('decrypts the unaltered ciphertext of the failures below', async () => {
    await expect(rsa.decrypt(bare(0, 2, ...eight, 0), privateKey)).resolves.toBe('\x7f'.repeat(117))
  })

  test('throws the same error for every failure', async () => {
    const errors = await Promise.all(
      failures.map(async ([what, ciphertext]) => {
        const { name, code, message, cause } = await rejection(() => rsa.decrypt(ciphertext, privateKey))
        return { what, name, code, message, cause }
      }),
    )
    const { message } = errors[0]!
    expect(errors).toEqual(
      failures.map(([what]) => ({ what, name: 'RsaError', code: 'decryptionFailed', message, cause: undefined })),
    )
  })
})
