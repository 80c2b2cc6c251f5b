// Answers contain no secrets.
import { BUSINESS_PATHS } from '@local-number/protocol'
import { assert } from '../../assertions'
import type { HttpAnswer } from '../../http'
import { assertSigned, createId, createSignBody, post } from '../login'
import { createOtherNumber } from '../outcome'
import { createRelayScenario, startLogin } from '../scenario'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const { sign: SIGN, verify: VERIFY } = BUSINESS_PATHS

/** As PEM, or as base64 of DER: a long sequence with the version 0. Signatures may begin with `MII` by chance. */
const PRIVATE_KEY = /-----BEGIN|(?<![\w+/-])MII[A-Za-z0-9+/]{2}[AQgw]IBA[A-Za-z0-9+/]{94}/
const STACK_TRACE = /\bat .+:\d+:\d+|node_modules|Traceback \(most recent|\.java:\d+\)|Exception in thread/

export const leakScenarios: ServerScenarios = [
  {
    id: '@server_leaks_outcome',
    title: {
      zh: '校验应答不含手机号和 token',
      en: 'answers of verify contain neither number nor token',
    },
    source: 'docs/en/backend.md "The endpoints"',
    needs: ['control'],
    async run(subject) {
      for (const changes of [{}, { token: createId() }, { phone: 'other' }]) {
        const login = await startLogin(subject)
        const phone = changes.phone ? createOtherNumber(login.phone.msisdn) : login.phone.msisdn
        const token = changes.token ?? login.token
        const secrets = [phone, login.phone.msisdn, token, login.token]
        assertHidesSecrets(subject, await login.verify({ ...changes, phone }), secrets)
        // The attempt is used, so another request with it is refused.
        const other = createId()
        assertHidesSecrets(subject, await login.verify({ ...changes, phone, token: other }), [...secrets, other])
      }
    },
  },
  createRelayScenario(
    {
      id: '@server_leaks_verify_call',
      title: {
        zh: '校验应答不含发给平台的 sign 和 phoneNum',
        en: 'answers of verify contain neither sign nor phoneNum of the call to the platform',
      },
      source: 'docs/en/backend.md "The endpoints"',
    },
    async (subject, relay) => {
      const login = await startLogin(subject)
      const answer = await login.verify()
      const { sign, phoneNum } = relay.calls[0]?.body ?? {}
      assertHidesSecrets(subject, answer, [sign, phoneNum].map(String))
    },
  ),
  {
    id: '@server_leaks_sign',
    title: {
      zh: '生签应答不含密钥和 appKey',
      en: 'answers of sign contain no key and no appKey',
    },
    source: 'docs/en/backend.md "The endpoints"',
    async run(subject) {
      const answer = await post(subject, SIGN, { body: createSignBody(subject) })
      assertSigned(answer)
      assertHidesSecrets(subject, answer, [])
    },
  },
  {
    id: '@server_leaks_refusal',
    title: {
      zh: '错误应答不回显输入，不含密钥和调用栈',
      en: 'refusals contain no input, no key and no stack trace',
    },
    source: 'docs/en/backend.md "The endpoints"',
    async run(subject) {
      const [phone, token, session] = ['13812345678', createId(), createId()]
      const verify = { attemptId: createId() + createId(), phone, token, userInformation: 'YQ==' }
      const refused = [
        await post(subject, VERIFY, { body: verify }),
        await post(subject, VERIFY, { body: { ...verify, phone: `${phone}${phone}` } }),
        await post(subject, VERIFY, { body: { ...verify, attemptId: [phone, token] } }),
        await post(subject, VERIFY, { body: `{"phone":"${phone}","token":"${token}" oops` }),
        await post(subject, SIGN, { body: createSignBody(subject, { preSign: `${phone}${token}`, session }) }),
        await post(subject, SIGN, { body: `${phone}${token}`, headers: { 'content-type': 'text/plain' } }),
      ]
      for (const answer of refused) assertHidesSecrets(subject, answer, [phone, token])
    },
  },
]

/** @param secrets numbers, tokens, codes and ciphertexts of this login */
export function assertHidesSecrets(
  { app: { appKey } }: ServerSubject,
  { body, headers }: HttpAnswer,
  secrets: readonly string[],
): void {
  const text = `${JSON.stringify(headers)} ${body.toString('utf8')}`
  assert(
    !secrets.some((secret) => text.includes(secret)),
    'an answer must contain neither number, token, sign, phoneNum, code of a message nor session',
  )
  assert(appKey === null || !text.includes(appKey), 'an answer must not contain the appKey')
  assert(!PRIVATE_KEY.test(text), 'an answer must not contain a private key')
  assert(!STACK_TRACE.test(text), 'an answer must not contain a stack trace')
}
