// The verify call as it goes to the platform: complete, new each time, and the number in it encrypted only (protocol.md §5).
import { createHash } from 'node:crypto'
import { formatTimestamp, PATHS, SHANGHAI } from '@local-number/protocol'
import { must, mustEqual } from '../../must'
import { Login, USER_INFORMATION } from '../login'
import { newLogin, watchedScenario } from '../scenario'
import type { ServerScenarios } from './types'

const DAY_MS = 24 * 3_600_000
const ID_32 = /^[0-9A-Za-z]{32}$/
const BASE64 = /^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/

export const verifyCallScenarios: ServerScenarios = [
  watchedScenario(
    {
      id: '@server_verify_message',
      title: {
        zh: '校验报文字段齐全，手机号经加密',
        en: 'the verify call has every field, and the number is in it encrypted only',
      },
      source: 'protocol.md §5',
    },
    async (subject, relay) => {
      const login = await newLogin(subject)
      await login.verify()
      const [call] = relay.calls
      must(call !== undefined, 'verify must reach the platform')
      const { header, body, contentType, path, whole } = call
      mustEqual(path, PATHS.verify, 'the address of the verify call')
      must(/^application\/json\b/.test(contentType), 'the verify call must be of type JSON')
      mustEqual([header.version, header.appId], ['1.0', subject.app.appId], 'version and appId')
      must(ID_32.test(String(header.msgId)), 'the verify msgId must be 32 characters')
      const timestamp = String(header.timestamp)
      must(/^\d{17}$/.test(timestamp), 'the verify timestamp must be 17 digits')
      const [yesterday, tomorrow] = [-DAY_MS, DAY_MS].map((off) => formatTimestamp(Date.now() + off, SHANGHAI))
      must(timestamp > `${yesterday}` && timestamp < `${tomorrow}`, 'the verify timestamp must be of now')
      must(typeof body.expandParams === 'string', 'the verify call must have expandParams, if only empty')
      must(body.token === login.token, 'the token must go to the platform as it came')
      must(typeof body.sign === 'string' && body.sign !== '', 'the verify call must be signed')
      const { phoneNum, userInformation } = body
      must(
        typeof phoneNum === 'string' && BASE64.test(phoneNum) && phoneNum.length >= 172,
        'phoneNum must be base64 of RSA',
      )
      const forms = [USER_INFORMATION, encodeURIComponent(USER_INFORMATION)]
      must(
        forms.includes(String(userInformation)),
        'userInformation must go to the platform as it came, or decoded once',
      )
      for (const secret of [login.phone.msisdn, subject.app.appKey]) {
        const forms = secret === null ? [] : formsOf(secret)
        must(!forms.some((form) => whole.includes(form)), 'number and appKey must stand in phoneNum only, encrypted')
      }
    },
  ),
  watchedScenario(
    {
      id: '@server_verify_fresh',
      title: {
        zh: '每次校验都用新的 msgId 与密文',
        en: 'two verify calls share neither msgId nor ciphertext',
      },
      source: 'protocol.md §5',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const phone = await subject.newPhone()
      for (let time = 0; time < 2; time += 1) await (await new Login(subject, phone).begin()).verify()
      const [first, second] = relay.calls
      must(first !== undefined && second !== undefined, 'two verifies must make two calls')
      must(first.header.msgId !== second.header.msgId, 'each verify call must have a msgId of its own')
      must(first.body.phoneNum !== second.body.phoneNum, 'each phoneNum must be encrypted anew')
    },
  ),
]

/** As it is, and as what is as good as it: there are few enough numbers to try them all. */
function formsOf(secret: string): readonly string[] {
  const digests = ['md5', 'sha1', 'sha256'].map((name) => createHash(name).update(secret).digest())
  const encoded = [Buffer.from(secret), ...digests].flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('base64'),
  ])
  return [secret, ...encoded.map((form) => form.replace(/=+$/, ''))]
}
