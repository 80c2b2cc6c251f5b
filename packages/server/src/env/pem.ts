// Keys and certificates of TLS in variables. Node's TLS reads PEM alone; here, any text of a key becomes one.
import { type KeyBlock, RsaError, readKeyText } from '@local-number/rsa'
import { type Refusal, refuse } from '@local-number/service-kit'

/** The certificates in a text, as PEM. */
export function parseCertificates(text: string): string | Refusal {
  return writePem(text, 'CERTIFICATE', () => refuse('holds a damaged certificate: copy it again from its source'))
}

/** The private key in a text, as PEM. */
export function parseTlsKey(text: string): string | Refusal {
  return writePem(text, 'PRIVATE KEY', ({ fault }) =>
    refuse(`is unusable: ${new RsaError(fault, 'private key').message}`),
  )
}

type UnusableBlock = Extract<KeyBlock, { readonly form: 'unusable' }>

/** A text without such a block stays as it is: the option says what it must be. */
function writePem(text: string, label: string, refuseBlock: (block: UnusableBlock) => Refusal): string | Refusal {
  const blocks = readKeyText(text)
  const wanted = blocks.filter((block) => block.label.endsWith(label))
  for (const block of wanted) if (block.form === 'unusable') return refuseBlock(block)
  const bare = blocks.filter((block) => block.label === '')
  const pem = [...wanted, ...bare].flatMap((block) =>
    block.form === 'der' ? [toPem(block.label || label, block.der)] : [],
  )
  return pem.length === 0 ? text : pem.join('')
}

function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
