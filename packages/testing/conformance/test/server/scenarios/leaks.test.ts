import { createPrivateKey } from 'node:crypto'
import type { ServerSubject } from '../../../src/server'
import { assertHidesSecrets } from '../../../src/server/scenarios/leaks'
import { CUSTOMER } from '../keys'

const key = createPrivateKey({ key: Buffer.from(CUSTOMER.privateKey, 'base64'), format: 'der', type: 'pkcs8' })

function judge(sign: string) {
  const body = Buffer.from(JSON.stringify({ sign }))
  const subject = { app: { appKey: null } } as ServerSubject
  assertHidesSecrets(subject, { status: 200, type: 'application/json', headers: {}, body }, [])
}

test.each([
  ['PKCS#8 in base64', CUSTOMER.privateKey],
  ['PKCS#1 in base64', key.export({ type: 'pkcs1', format: 'der' }).toString('base64')],
  ['PEM', String(key.export({ type: 'pkcs8', format: 'pem' }))],
])('a private key as %s is found', (_form, text) => {
  expect(() => judge(text)).toThrow('an answer must not contain a private key')
})

test('a signature that begins like a key by chance is none', () => {
  expect(() => judge(`MII${'Cd+f'.repeat(42)}=`)).not.toThrow()
})
