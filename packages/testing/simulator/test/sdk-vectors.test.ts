// What the carrier's own mini-program SDK really sent (vectors/miniprogram-sdk.json): every image is taken.
import { DEMO_APP } from '../src'
import { REGISTERED_APP, signText } from './support/customer'
import { post, readImageAnswer } from './support/phone'
import { startTestSimulator } from './support/start'
import { vectors } from './vectors/miniprogram-sdk.json'

test.each(vectors)('$name', async ({ input, output }) => {
  expect(input.appId).toBe(DEMO_APP.appId)
  const simulator = await startTestSimulator({
    now: () => input.epochMs,
    apps: [{ ...REGISTERED_APP, wxappids: [input.wxappid] }],
  })
  const rebased = (url: string) => url.replace(new URL(url).origin, simulator.origin)

  expect((await readImageAnswer(await fetch(rebased(output.imageUrl)))).innerCode).toBe('000000')

  const { url, body: sent } = output.getToken
  const sign = signText(`${input.appId}${output.preSignWithoutAppId}`)
  const answer = await post(rebased(url), { ...sent, body: { ...sent.body, sign } })
  expect(answer.header.resultCode).toBe('000000')
})
