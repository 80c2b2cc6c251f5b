// The certificate of the demo's https address: self-signed, so browsers warn once, and kept for later runs, so that
// they warn once only.
import { createPrivateKey, generateKeyPair, randomUUID, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parseJson } from '@local-number/service-kit'
import forge from 'node-forge'
import { z } from 'zod'

/** Key and certificate, as PEM. */
export interface Tls {
  readonly key: string
  readonly cert: string
}

const FILE = 'demo-certificate.json'

/** Browsers accept no longer ones. */
const VALID_DAYS = 397
const DAY_MS = 86_400_000

const storedTls = z.object({ key: z.string(), cert: z.string() })

/**
 * Reads the certificate of a folder, or creates one there, readable by this user alone (0600).
 *
 * @param hosts names and addresses at which the demo is opened
 * @param nowMs ms since 1970
 */
export async function prepareDemoCertificate(folder: string, hosts: readonly string[], nowMs: number): Promise<Tls> {
  const path = join(folder, FILE)
  const stored = storedTls.safeParse(parseJson(await readFile(path, 'utf8').catch(() => '')))
  if (stored.success && isUsable(stored.data, hosts, nowMs)) return stored.data
  const tls = await createCertificate(hosts, nowMs)
  const draft = `${path}.${randomUUID()}`
  await mkdir(folder, { recursive: true })
  await writeFile(draft, `${JSON.stringify(tls)}\n`, { mode: 0o600 })
  await rename(draft, path)
  return tls
}

function isUsable({ key, cert }: Tls, hosts: readonly string[], nowMs: number): boolean {
  try {
    const certificate = new X509Certificate(cert)
    const covers = (host: string) => (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host))
    return (
      hosts.every(covers) &&
      certificate.checkPrivateKey(createPrivateKey(key)) &&
      new Date(certificate.validTo).getTime() > nowMs + DAY_MS
    )
  } catch {
    return false
  }
}

async function createCertificate(hosts: readonly string[], nowMs: number): Promise<Tls> {
  // Node makes the keys: node-forge takes seconds for them.
  const { privateKey: key, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const certificate = forge.pki.createCertificate()
  const subject = [{ name: 'commonName', value: 'Local Number Login demo' }]
  certificate.serialNumber = `01${randomUUID().replaceAll('-', '')}`
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.validity.notBefore = new Date(nowMs - DAY_MS)
  certificate.validity.notAfter = new Date(nowMs + VALID_DAYS * DAY_MS - DAY_MS)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: hosts.map(toAltName) },
  ])
  certificate.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create())
  return { key, cert: forge.pki.certificateToPem(certificate) }
}

/** The types of RFC 5280: 2 is a DNS name, 7 an IP address. */
function toAltName(host: string) {
  return isIP(host) ? { type: 7, ip: host } : { type: 2, value: host }
}
