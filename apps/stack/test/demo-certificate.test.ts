// The certificate of the demo's https address, in real folders.
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDemoCertificate } from '../src/demo-certificate'

const NOW = Date.parse('2026-11-30T00:00:00Z')
const DAY_MS = 86_400_000
const HOSTS = ['localhost', '127.0.0.1']

const createFolder = () => join(mkdtempSync(join(tmpdir(), 'demo-certificate-')), 'data')

test('the certificate covers the hosts, no others, and no longer than browsers accept', async () => {
  const { cert } = await prepareDemoCertificate(createFolder(), HOSTS, NOW)
  const certificate = new X509Certificate(cert)
  expect([certificate.checkHost('localhost'), certificate.checkIP('127.0.0.1')]).toEqual(['localhost', '127.0.0.1'])
  expect(certificate.checkHost('example.com')).toBeUndefined()
  const [from, to] = [certificate.validFrom, certificate.validTo].map((text) => new Date(text).getTime())
  expect(Number(to) - Number(from)).toBeLessThanOrEqual(397 * DAY_MS)
  expect(certificate.ca).toBe(false)
})

test('a later start gets the same certificate, which only this user can read', async () => {
  const folder = createFolder()
  const first = await prepareDemoCertificate(folder, HOSTS, NOW)
  expect(await prepareDemoCertificate(folder, HOSTS, NOW + DAY_MS)).toEqual(first)
  expect(statSync(join(folder, 'demo-certificate.json')).mode & 0o777).toBe(0o600)
})

describe('a new certificate replaces one', () => {
  test('that does not cover a host', async () => {
    const folder = createFolder()
    const first = await prepareDemoCertificate(folder, HOSTS, NOW)
    const second = await prepareDemoCertificate(folder, [...HOSTS, '192.168.1.20'], NOW)
    expect(second.cert).not.toBe(first.cert)
    expect(new X509Certificate(second.cert).checkIP('192.168.1.20')).toBe('192.168.1.20')
  })

  test('that is about to expire', async () => {
    const folder = createFolder()
    const first = await prepareDemoCertificate(folder, HOSTS, NOW)
    expect((await prepareDemoCertificate(folder, HOSTS, NOW + 396 * DAY_MS)).cert).not.toBe(first.cert)
  })

  test.each(['', '{', '{}', '{"key":"x","cert":"y"}'])('in a damaged file: %j', async (text) => {
    const folder = createFolder()
    await prepareDemoCertificate(folder, HOSTS, NOW)
    writeFileSync(join(folder, 'demo-certificate.json'), text)
    const { cert } = await prepareDemoCertificate(folder, HOSTS, NOW)
    expect(JSON.parse(readFileSync(join(folder, 'demo-certificate.json'), 'utf8'))).toMatchObject({ cert })
  })
})
