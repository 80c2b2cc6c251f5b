// Answers say what the page needs, and nothing that anybody else could use.
import { BUSINESS_PATHS } from '@local-number/protocol'
import type { HttpAnswer } from '../../http'
import { must } from '../../must'
import { newId, post, signBody, signedBy } from '../login'
import { otherNumber } from '../outcome'
import { newLogin, watchedScenario } from '../scenario'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const { sign: SIGN, verify: VERIFY } = BUSINESS_PATHS

/** A key as PEM or as base64 of DER; where in which program something went wrong. */
const PRIVATE_KEY = /-----BEGIN|(?<![\w+/-])MII[A-Za-z0-9+/]{100}/
const STACK_TRACE = /\bat .+:\d+:\d+|node_modules|Traceback \(most recent|\.java:\d+\)|Exception in thread/

export const leakScenarios: ServerScenarios = [
  {
    id: '@server_leaks_outcome',
    title: {
      zh: '校验应答不含手机号和 token',
      en: 'the answers of verify hold neither number nor token',
    },
    source: 'docs/en/backend.md "The two endpoints"',
    needs: ['control'],
    async run(subject) {
      for (const over of [{}, { token: newId() }, { phone: 'other' }]) {
        const login = await newLogin(subject)
        const phone = over.phone ? otherNumber(login.phone.msisdn) : login.phone.msisdn
        const token = over.token ?? login.token
        const typed = [phone, login.phone.msisdn, token, login.token]
        mustHideAll(subject, await login.verify({ ...over, phone }), typed)
        // The attempt is spent: a refusal.
        mustHideAll(subject, await login.verify({ ...over, phone }), typed)
      }
    },
  },
  watchedScenario(
    {
      id: '@server_leaks_verify_call',
      title: {
        zh: '校验应答不含发给平台的 sign 和 phoneNum',
        en: "verify's answer repeats neither sign nor phoneNum of the call to the platform",
      },
      source: 'docs/en/backend.md "The two endpoints"',
    },
    async (subject, relay) => {
      const login = await newLogin(subject)
      const answer = await login.verify()
      const { sign, phoneNum } = relay.calls[0]?.body ?? {}
      mustHideAll(subject, answer, [sign, phoneNum].map(String))
    },
  ),
  {
    id: '@server_leaks_sign',
    title: {
      zh: '生签应答不含密钥和 appKey',
      en: "sign's answer holds no key and no appKey",
    },
    source: 'docs/en/backend.md "The two endpoints"',
    async run(subject) {
      const answer = await post(subject, SIGN, { body: signBody(subject) })
      signedBy(answer)
      mustHideAll(subject, answer, [])
    },
  },
  {
    id: '@server_leaks_refusal',
    title: {
      zh: '错误应答不回显输入，不含密钥和调用栈',
      en: 'refusals repeat no input, and hold no key and no stack trace',
    },
    source: 'docs/en/backend.md "The two endpoints"',
    async run(subject) {
      const [phone, token, session] = ['13812345678', newId(), newId()]
      const verify = { attemptId: newId() + newId(), phone, token, userInformation: 'YQ==' }
      const refused = [
        await post(subject, VERIFY, { body: verify }),
        await post(subject, VERIFY, { body: { ...verify, phone: `${phone}${phone}` } }),
        await post(subject, VERIFY, { body: { ...verify, attemptId: [phone, token] } }),
        await post(subject, VERIFY, { body: `{"phone":"${phone}","token":"${token}" oops` }),
        await post(subject, SIGN, { body: signBody(subject, { preSign: `${phone}${token}`, session }) }),
        await post(subject, SIGN, { body: `${phone}${token}`, headers: { 'content-type': 'text/plain' } }),
      ]
      for (const answer of refused) mustHideAll(subject, answer, [phone, token])
    },
  },
]

/** @param typed the numbers and tokens of the request */
function mustHideAll(
  { app: { appKey } }: ServerSubject,
  { body, headers }: HttpAnswer,
  typed: readonly string[],
): void {
  const text = `${JSON.stringify(headers)} ${body.toString('utf8')}`
  must(!typed.some((secret) => text.includes(secret)), 'an answer must repeat neither number, token, sign nor phoneNum')
  must(appKey === null || !text.includes(appKey), 'an answer must not hold the appKey')
  must(!PRIVATE_KEY.test(text), 'an answer must hold no key')
  must(!STACK_TRACE.test(text), 'an answer must hold no stack trace')
}
