// The verify call to the platform: complete, new each time, and with the number encrypted (protocol.md §5).
import { createHash } from 'node:crypto'
import { formatTimestamp, PATHS, SHANGHAI } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { Login, USER_INFORMATION } from '../login'
import { createRelayScenario, startLogin } from '../scenario'
import type { ServerScenarios } from './types'

const DAY_MS = 24 * 3_600_000
const ID_32 = /^[0-9A-Za-z]{32}$/
const BASE64 = /^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/

export const verifyCallScenarios: ServerScenarios = [
  createRelayScenario(
    {
      id: '@server_verify_message',
      title: {
        zh: '校验报文字段齐全，手机号经加密',
        en: 'the verify call has every field, and contains the number only encrypted',
      },
      source: 'protocol.md §5',
    },
    async (subject, relay) => {
      const login = await startLogin(subject)
      await login.verify()
      const [call] = relay.calls
      assert(call !== undefined, 'verify must reach the platform')
      const { header, body, contentType, path, text: whole } = call
      assertEqual(path, PATHS.verify, 'the path of the verify call')
      assert(/^application\/json\b/.test(contentType), 'the content type of the verify call must be JSON')
      assertEqual([header.version, header.appId], ['1.0', subject.app.appId], 'version and appId')
      assert(ID_32.test(String(header.msgId)), 'the verify msgId must be 32 characters')
      const timestamp = String(header.timestamp)
      assert(/^\d{17}$/.test(timestamp), 'the verify timestamp must be 17 digits')
      const [yesterday, tomorrow] = [-DAY_MS, DAY_MS].map((off) => formatTimestamp(Date.now() + off, SHANGHAI))
      assert(timestamp > `${yesterday}` && timestamp < `${tomorrow}`, 'the verify timestamp must be the current time')
      assert(typeof body.expandParams === 'string', 'the verify call must have expandParams, which may be empty')
      assert(body.token === login.token, 'the token must be sent to the platform unchanged')
      assert(typeof body.sign === 'string' && body.sign !== '', 'the verify call must be signed')
      const { phoneNum, userInformation } = body
      assert(
        typeof phoneNum === 'string' && BASE64.test(phoneNum) && phoneNum.length >= 172,
        'phoneNum must be base64 of an RSA ciphertext',
      )
      const forms = [USER_INFORMATION, encodeURIComponent(USER_INFORMATION)]
      assert(
        forms.includes(String(userInformation)),
        'userInformation must be sent to the platform unchanged, or decoded once',
      )
      for (const secret of [login.phone.msisdn, subject.app.appKey]) {
        const forms = secret === null ? [] : listForms(secret)
        assert(
          !forms.some((form) => whole.includes(form)),
          'number and appKey must be sent in phoneNum only, encrypted',
        )
      }
    },
  ),
  createRelayScenario(
    {
      id: '@server_verify_fresh',
      title: {
        zh: '每次校验都用新的 msgId 与密文',
        en: 'two verify calls have different msgIds and ciphertexts',
      },
      source: 'protocol.md §5',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const phone = await subject.addPhone()
      for (let time = 0; time < 2; time += 1) await (await new Login(subject, phone).begin()).verify()
      const [first, second] = relay.calls
      assert(first !== undefined && second !== undefined, 'two verify requests must make two calls')
      assert(first.header.msgId !== second.header.msgId, 'every verify call must have a new msgId')
      assert(first.body.phoneNum !== second.body.phoneNum, 'every phoneNum must be encrypted again')
    },
  ),
]

/** Lists the secret, its encodings and its hashes: a hash of a number is as good as the number, as all can be tried. */
function listForms(secret: string): readonly string[] {
  const digests = ['md5', 'sha1', 'sha256'].map((name) => createHash(name).update(secret).digest())
  const encoded = [Buffer.from(secret), ...digests].flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('base64'),
  ])
  return [secret, ...encoded.map((form) => form.replace(/=+$/, ''))]
}
