import forge from 'node-forge'
import { expect, test } from '../../support/test'

/** Creates a self-signed certificate for 127.0.0.1. */
function createCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = forge.pki.rsa.generateKeyPair(2048)
  const certificate = forge.pki.createCertificate()
  const subject = [{ name: 'commonName', value: '127.0.0.1' }]
  certificate.publicKey = publicKey
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000)
  certificate.sign(privateKey, forge.md.sha256.create())
  return { key: forge.pki.privateKeyToPem(privateKey), cert: forge.pki.certificateToPem(certificate) }
}

test.use({ ignoreHTTPSErrors: true, stackOptions: { tls: createCertificate() } })

test('on an https page, where the http image cannot load, the fallback says so and nothing is sent', async ({
  login,
  carrierLog,
}) => {
  await login.open()
  await login.agree()
  await login.expectText('当前页面不支持本机号码登录')
  await login.takePicture('50-https-page')
  await expect(login.getButton('重试')).toHaveCount(0)
  expect(carrierLog).toEqual([])
})
