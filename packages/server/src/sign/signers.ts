// The two signatures of the carrier: RSA over a text (protocol.md §2), and MD5 over a text and the appKey (protocol.md
// §9).
import { createHash } from 'node:crypto'
import { rsaUtils } from '@local-number/rsa/node'
import type { AppIdentity } from '../app-identity'

export type Signer = (text: string, app: AppIdentity) => string | Promise<string>

export const signWithRsa: Signer = (text, { customerKeys, signature }) =>
  rsaUtils.sign(text, customerKeys.signing.privateKey, signature)

export const signWithMd5: Signer = (text, { appKey, md5Case }) => {
  const digest = createHash('md5').update(`${text}${appKey}`).digest('hex')
  return md5Case === 'upper' ? digest.toUpperCase() : digest
}
