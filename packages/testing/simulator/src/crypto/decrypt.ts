// Decrypts phoneNum with the platform's private key: RSA PKCS#1 v1.5 in blocks (protocol.md §5).
// Node 20 refuses RSA_PKCS1_PADDING when decrypting, so the padding is removed here.
import { constants, type KeyObject, privateDecrypt } from 'node:crypto'
import type { PhoneNumReason } from '@local-number/simulator-contract'

/** 00 02, at least eight bytes of padding, 00. */
const MIN_PADDING_LENGTH = 11

/** The text, or the reason why it could not be decrypted. */
export type Decrypted =
  | { readonly text: string }
  | { readonly reason: Extract<PhoneNumReason, 'notBase64' | 'wrongLength' | 'cannotOpen'> }

/** @param ciphertext base64 of one or more blocks of the key's size */
export function decryptBlocks(ciphertext: string, key: KeyObject): Decrypted {
  const bytes = Buffer.from(ciphertext, 'base64')
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  if (bytes.length === 0 || bytes.toString('base64') !== ciphertext) return { reason: 'notBase64' }
  if (bytes.length % size !== 0) return { reason: 'wrongLength' }

  const texts: Buffer[] = []
  for (let start = 0; start < bytes.length; start += size) {
    const text = decryptBlock(bytes.subarray(start, start + size), key)
    if (text === null) return { reason: 'cannotOpen' }
    texts.push(text)
  }
  return { text: Buffer.concat(texts).toString('utf8') }
}

function decryptBlock(block: Buffer, key: KeyObject): Buffer | null {
  try {
    return removeEncryptionPadding(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block))
  } catch {
    return null // the block is not below the modulus
  }
}

/**
 * Reads every byte and does not branch on any, so that its duration does not depend on them. The answer still tells
 * good padding from bad (130016), as the carrier's does; the signature is checked first, so only the key's owner can
 * ask.
 *
 * @returns what follows `00 02 padding 00`, or `null`
 */
export function removeEncryptionPadding(block: Buffer): Buffer | null {
  let bad = 0
  let end = 0
  let searching = 1
  for (const [index, byte] of block.entries()) {
    bad |= index === 0 ? byte : 0
    bad |= index === 1 ? byte ^ 2 : 0
    const separator = ((byte - 1) >>> 31) & (index > 1 ? 1 : 0) & searching
    end |= index & -separator
    searching ^= separator
  }
  const tooShort = (end + 1 - MIN_PADDING_LENGTH) >>> 31
  return (bad | searching | tooShort) === 0 ? block.subarray(end + 1) : null
}
