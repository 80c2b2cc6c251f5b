// Requests recorded from the carrier's own mini-program SDK (vectors/miniprogram-sdk.json): all are accepted.
import { DEMO_APP } from '../src'
import { REGISTERED_APP, signText } from './support/customer'
import { post, readImageAnswer } from './support/phone'
import { startTestSimulator } from './support/start'
import { vectors } from './vectors/miniprogram-sdk.json'

test.each(vectors)('the recorded requests of $name yield a token', async ({ input, output }) => {
  expect(input.appId).toBe(DEMO_APP.appId)
  const simulator = await startTestSimulator({
    now: () => input.epochMs,
    apps: [{ ...REGISTERED_APP, wxappids: [input.wxappid] }],
  })
  const rebase = (url: string) => url.replace(new URL(url).origin, simulator.origin)

  expect((await readImageAnswer(await fetch(rebase(output.imageUrl)))).innerCode).toBe('000000')

  const { url, body: sent } = output.getToken
  const sign = signText(`${input.appId}${output.preSignWithoutAppId}`)
  const answer = await post(rebase(url), { ...sent, body: { ...sent.body, sign } })
  expect(answer.header.resultCode).toBe('000000')
})
