// What is wrong with the TLS options, found at start rather than with the first call.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import type { TlsOptions } from '../options'

/** An option of TLS and what is wrong with it, as half a sentence. */
export type TlsProblem = readonly [option: keyof TlsOptions, problem: string]

/** Never quotes a value: one of them is a private key. */
export function findTlsProblems({ ca, cert, key }: TlsOptions): TlsProblem[] {
  const problems: TlsProblem[] = []
  if (ca !== undefined && !works(() => new X509Certificate(ca))) problems.push(['ca', 'must hold PEM certificates'])
  if (cert !== undefined && key === undefined) problems.push(['key', 'is missing: tls.cert needs its private key'])
  if (key !== undefined && cert === undefined) problems.push(['cert', 'is missing: tls.key needs its certificate'])
  if (cert !== undefined && key !== undefined && !belongTogether(cert, key)) {
    problems.push(['key', 'and tls.cert must be PEM and belong together, the key without a passphrase'])
  }
  return problems
}

/** OpenSSL keeps a key of another algorithm beside the certificate, and uses neither. */
function belongTogether(cert: string, key: string): boolean {
  let isPair = false
  return (
    works(() => {
      createSecureContext({ cert, key })
      isPair = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
    }) && isPair
  )
}

function works(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
