// Sends canaries through every route: in good, bad, malformed and repeated requests, and through a platform that fails.
import { gzipSync } from 'node:zlib'
import { BUSINESS_PATHS, TRACE_HEADER } from '@local-number/protocol'
import { createPreSign, createSession } from '../../../../../packages/server/test/support/business'
import {
  type Answer,
  answerCode,
  type PlatformStandIn,
} from '../../../../../packages/server/test/support/platform-stand-in'
import {
  APP_KEY,
  CUSTOMER_PRIVATE_KEY,
  RIGHT_NUMBER,
  STRAY_NUMBER,
  STRAY_TOKEN,
  TOKEN,
  WRONG_NUMBERS,
} from './canaries'
import { POST_PATHS, type Sender } from './sender'
import { createSmsBodies } from './walk-sms'

const CONSENT = { version: '1' }
const INFORMATION = 'ZmluZ2VycHJpbnQ%3D'
/** What a page may send where it does not belong. */
const STRAYS = [
  STRAY_NUMBER,
  `+86 ${STRAY_NUMBER.slice(0, 3)} ${STRAY_NUMBER.slice(3, 7)} ${STRAY_NUMBER.slice(7)}`,
  `session-of-${STRAY_NUMBER}-x`,
  `${STRAY_NUMBER}20261122131405078`,
  STRAY_TOKEN,
  APP_KEY,
  CUSTOMER_PRIVATE_KEY,
] as const
/** In one text. */
const STRAY = `${STRAY_NUMBER}/${STRAY_TOKEN}`

/** What a failing platform may say. */
const FAILURES: readonly Answer[] = [
  (_, response) => void response.destroy(),
  (_, response) => void response.writeHead(500).end(STRAY),
  (_, response) => void response.writeHead(302, { location: `http://127.0.0.1/${STRAY}` }).end(),
  (_, response) => void response.setHeader('x-number', STRAY).end(`<html>${STRAY}</html>`),
  (_, response) => void response.setHeader('content-encoding', 'gzip').end(STRAY),
  answerCode(STRAY_NUMBER),
  answerCode(`+86${STRAY_NUMBER}`),
  answerCode(`${STRAY_NUMBER}00000`),
  answerCode(STRAY_TOKEN),
  answerCode(Number(STRAY_NUMBER)),
  answerCode('000', { msgId: STRAY, appId: STRAY }),
  answerCode('120020', { resultDesc: STRAY, [STRAY_NUMBER]: STRAY }),
]

/** Returns attempts that wait for their verify. */
export async function walkThroughAll(sender: Sender, platform: PlatformStandIn): Promise<readonly string[]> {
  await logIn(sender, platform)
  await failPlatform(sender, platform)
  await sendStrayFields(sender)
  await sendStrayHeads(sender)
  await sendMalformed(sender)
  const attemptIds = [await sign(sender), await sign(sender)]
  await exceedLimits(sender, platform)
  return attemptIds
}

async function sign({ post }: Sender, session = createSession()): Promise<string> {
  return (await post('sign', { preSign: createPreSign(Date.now()), consent: CONSENT, session })).attemptId as string
}

const createVerify = (attemptId: string, phone: string, token = TOKEN) => ({
  attemptId,
  phone,
  token,
  userInformation: INFORMATION,
})

/** With both kinds of signatures; each request twice, and once with another token. */
async function logIn(sender: Sender, platform: PlatformStandIn): Promise<void> {
  platform.answerWith(answerCode('000'))
  const { post } = sender
  const request = { preSign: createPreSign(Date.now()), consent: CONSENT, session: createSession() }
  const ids = { edition: 'httpsMiniProgram', session: createSession(), binding: 'b'.repeat(43) }
  const signed = [await post('sign', request), await post('sign', ids)]
  await post('sign', request)
  await post('sign', { ...request, preSign: createPreSign(Date.now() - 500_000) })
  for (const { attemptId = '' } of signed) {
    await post('verify', createVerify(attemptId, 'no number'))
    for (const consent of [CONSENT, CONSENT, { version: STRAY }]) await post('consent', { attemptId, consent })
    const verify = createVerify(attemptId, `+86 ${RIGHT_NUMBER}`)
    for (const body of [verify, verify, { ...verify, token: STRAY_TOKEN }]) await post('verify', body)
  }
}

async function failPlatform(sender: Sender, platform: PlatformStandIn): Promise<void> {
  for (const answer of FAILURES) {
    platform.answerWith(answer)
    const verify = createVerify(await sign(sender), RIGHT_NUMBER)
    await sender.post('verify', verify)
    await sender.post('verify', verify)
  }
  platform.answerWith(answerCode('000'))
}

/** In each field of each route, as a field's name, and in JSON that is damaged. */
async function sendStrayFields(sender: Sender): Promise<void> {
  for (const stray of STRAYS) {
    const attemptId = await sign(sender)
    const bodies = {
      sign: { preSign: createPreSign(Date.now()), consent: CONSENT, session: createSession(), binding: 'b'.repeat(43) },
      consent: { attemptId, consent: CONSENT },
      verify: createVerify(attemptId, RIGHT_NUMBER),
      ...createSmsBodies(),
      wechatPhone: { code: TOKEN, consent: CONSENT, session: createSession(), binding: 'b'.repeat(43) },
    }
    for (const [route, body] of Object.entries(bodies) as [keyof typeof bodies, object][]) {
      for (const field of Object.keys(body)) {
        await sender.post(route, { ...body, [field]: stray })
        await sender.post(route, { ...body, [field]: { [stray]: [stray] } })
      }
      await sender.post(route, { ...body, [stray]: stray })
      await sender.send({ target: POST_PATHS[route], body: `{"phone":"${stray}` })
    }
  }
}

/** In methods, paths, queries and headers. */
async function sendStrayHeads({ send }: Sender): Promise<void> {
  for (const stray of STRAYS) {
    const encoded = encodeURIComponent(stray)
    for (const target of [
      `/${encoded}`,
      `/api/local-number/${encoded}`,
      `/api/local-number/verify/${encoded}?a=${encoded}`,
    ]) {
      await send({ target })
      await send({ method: 'GET', target: `/healthz?token=${encoded}` })
      await send({ method: 'GET', target: `http://${encoded}/${encoded}` })
    }
    for (const name of [TRACE_HEADER, 'origin', 'content-type', 'content-encoding', 'cookie', 'authorization']) {
      await send({ headers: { [name]: stray }, body: '{}' })
    }
    await send({ method: 'GET', headers: { cookie: stray } })
    await send({ headers: { host: stray, 'user-agent': stray, 'x-forwarded-for': stray }, body: '{}' })
    await send({ headers: { [TRACE_HEADER]: STRAY_NUMBER.padStart(32, '0') }, body: '{}' })
    await send({ headers: { origin: `https://${encoded}.example.com` }, body: '{}' })
  }
}

/** What the API never sees, or does not read to its end. */
async function sendMalformed({ send, sendBytes }: Sender): Promise<void> {
  const head = `POST ${BUSINESS_PATHS.verify} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`
  const texts = [
    `${STRAY}\r\n\r\n`,
    `${STRAY_NUMBER} / HTTP/1.1\r\n\r\n`,
    `GET http://[${STRAY} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    `${head}${STRAY}\r\n\r\n`,
    `${head}Content-Length: ${STRAY_NUMBER}${STRAY_NUMBER}\r\n\r\n`,
    `${head}Transfer-Encoding: chunked\r\n\r\n${STRAY}\r\n`,
    `${head}X-Token: ${STRAY.repeat(500)}\r\n\r\n`,
    `GET /${STRAY} HTTP/1.1\r\n\r\n`,
  ]
  for (const text of texts) await sendBytes(Buffer.from(text))
  const body = JSON.stringify(createVerify('a'.repeat(87), RIGHT_NUMBER))
  await send({ target: BUSINESS_PATHS.verify, body: `${body}${STRAY.repeat(500)}` })
  await send({
    target: BUSINESS_PATHS.verify,
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(body).subarray(0, -9),
  })
  await send({ target: BUSINESS_PATHS.verify, headers: { 'content-encoding': 'gzip' }, body })
}

export async function meetFailingStore({ post }: Sender, attemptIds: readonly string[]): Promise<void> {
  for (const attemptId of attemptIds) {
    await post('verify', createVerify(attemptId, RIGHT_NUMBER))
    await post('consent', { attemptId, consent: CONSENT })
  }
  const { smsSend, smsCheck } = createSmsBodies()
  await post('smsSend', smsSend)
  await post('smsCheck', smsCheck)
}

/** Of a session's wrong numbers, of a number's day, and of an address's signatures. */
async function exceedLimits(sender: Sender, platform: PlatformStandIn): Promise<void> {
  for (let login = 0; login < 3; login += 1) await sender.post('verify', createVerify(await sign(sender), RIGHT_NUMBER))
  platform.answerWith(answerCode('001'))
  const session = createSession()
  const attemptIds = [await sign(sender, session), await sign(sender, session)]
  for (const number of WRONG_NUMBERS) {
    await sender.post('verify', createVerify(await sign(sender, session), number))
  }
  for (const attemptId of attemptIds) await sender.post('verify', createVerify(attemptId, STRAY_NUMBER))
  let code: string | undefined
  while (code !== 'rateLimited')
    code = (
      await sender.post('sign', { preSign: createPreSign(Date.now()), consent: CONSENT, session: createSession() })
    ).code
}
