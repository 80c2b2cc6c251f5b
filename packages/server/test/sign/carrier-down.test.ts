// A page learns from its sign that the platform is down, so that its user can take another way at once.
import { type Business, startBusiness } from '../support/business'

let business: Business

afterEach(() => business.stop())

it('nothing is signed while the platform is down', async () => {
  business = await startBusiness()
  const { attemptId } = await business.sign()
  business.platform.answerWith((_, response) => void response.destroy())
  for (let login = 0; login < 30; login += 1) {
    const refusal = await business.login().catch((error) => error)
    if (refusal.code === 'carrierDown') break
  }
  const refusal = { code: 'carrierDown', facts: { retryAfterMs: expect.any(Number) } }
  await expect(business.sign()).rejects.toMatchObject(refusal)
  await expect(business.prefetch()).rejects.toMatchObject(refusal)
  expect(await business.verify(attemptId)).toMatchObject({ outcome: 'unavailable', code: 'carrierDown' })
})
