import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../../support/test'

const folder = mkdtempSync(join(tmpdir(), 'local-number-tls-'))
const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
execFileSync(
  'openssl',
  [...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1'.split(' '), ...['-keyout', key, '-out', cert]],
  { stdio: 'ignore' },
)

test.use({
  ignoreHTTPSErrors: true,
  stackOptions: { tls: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } },
})

test('from an https page the carrier’s http image cannot load: the fallback names it, and nothing is sent', async ({
  login,
  carrierLog,
}) => {
  await login.open()
  await login.agree()
  await login.sees('当前页面不支持本机号码登录')
  await login.picture('50-https-page')
  await expect(login.button('重试')).toHaveCount(0)
  expect(carrierLog).toEqual([])
})
