// Keys and certificates of TLS in variables. Node's TLS reads PEM alone; here, any text of a key becomes one.
import { X509Certificate } from 'node:crypto'
import { type KeyBlock, RsaError, type RsaErrorCode, readKeyText } from '@local-number/rsa'
import { type Refusal, refuse } from '@local-number/service-kit'
import { findDamage, type KeyKind, readKeyObject } from '../key-objects'

/** The certificates in a text, as PEM. */
export function parseCertificates(text: string): string | Refusal {
  const blocks = readKeyText(text)
  const labelled = blocks.filter(({ label }) => label.endsWith('CERTIFICATE'))
  if (labelled.some(({ form, label }) => form === 'unusable' && label.startsWith('TRUSTED'))) {
    return refuse("holds a TRUSTED CERTIFICATE, OpenSSL's own form: convert it with openssl x509")
  }
  const found = labelled.length > 0 ? labelled : blocks.filter(({ label }) => label === '')
  const certificates = found.flatMap((block) => (isCertificate(block) ? [toPem(block.der)] : []))
  if (certificates.length > 0 && certificates.length === found.length) return certificates.join('')
  return labelled.length > 0
    ? refuse('holds a damaged certificate: copy it again from its source')
    : refuse('must hold PEM certificates, or one as base64 of DER: several need their BEGIN and END lines')
}

type DerBlock = Extract<KeyBlock, { readonly form: 'der' }>

function isCertificate(block: KeyBlock): block is DerBlock {
  try {
    return block.form === 'der' && new X509Certificate(block.der).raw.length > 0
  } catch {
    return false
  }
}

function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** The private key in a text, as PEM of PKCS#8. */
export function parseTlsKey(text: string): string | Refusal {
  const blocks = readKeyText(text)
  const readable = blocks.flatMap((block) => readKeyObject(block) ?? [])
  const [first, ...others] = readable.filter(({ kind }) => kind === 'private')
  if (!first) return refuseKey(findFault(blocks, readable[0]?.kind))
  if (findDamage(first)) return refuseKey('keyDamaged')
  if (!others.every(({ key }) => key.equals(first.key))) return refuseKey('keyAmbiguous')
  return first.key.export({ format: 'pem', type: 'pkcs8' }).toString()
}

const WRONG_KIND: Readonly<Record<Exclude<KeyKind, 'private'>, RsaErrorCode>> = {
  public: 'keyIsPublic',
  certificate: 'keyIsCertificate',
}

/** What the private block says, before what is there instead of it. */
function findFault(blocks: readonly KeyBlock[], kind: KeyKind | undefined): RsaErrorCode {
  const faults = blocks.flatMap((block) => (block.form === 'unusable' ? [block] : []))
  const fault = faults.find(({ label }) => label.endsWith('PRIVATE KEY')) ?? (kind ? undefined : faults[0])
  if (fault) return fault.fault
  return kind && kind !== 'private' ? WRONG_KIND[kind] : 'keyMalformed'
}

function refuseKey(fault: RsaErrorCode): Refusal {
  return refuse(`is unusable: ${new RsaError(fault, 'private key').message}`)
}
