import { createCheckRoom } from '../../src/verify/check-room'
import { startBusiness } from '../support/business'
import { answerCode } from '../support/platform-stand-in'

it('work beyond the places is refused before it begins, with a time to try again', async () => {
  const room = createCheckRoom(2)
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const running = [room.enter(() => ended), room.enter(() => ended)]
  const work = jest.fn()
  await expect(room.enter(work)).rejects.toMatchObject({
    code: 'overloaded',
    status: 503,
    facts: { retryAfterMs: 1_000 },
  })
  expect(work).not.toHaveBeenCalled()
  end()
  await Promise.all(running)
  await room.enter(work)
  expect(work).toHaveBeenCalledTimes(1)
})

it('an attempt that finds no room stays valid, and the platform gets no more sockets than places', async () => {
  const business = await startBusiness({ limits: { checksAtOnce: 3 }, times: { platformTimeoutMs: 2_000 } })
  const waiting: (() => void)[] = []
  business.platform.answerWith((message, response) => {
    waiting.push(() => void answerCode('000')(message, response))
    if (waiting.length === 3) for (const answer of waiting) answer()
  })
  const attempts = await Promise.all(Array.from({ length: 8 }, () => business.sign()))
  const settled = await Promise.allSettled(attempts.map(({ attemptId }) => business.verify(attemptId)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(business.platform.connections).toBe(3)
  business.platform.answerWith(answerCode('000'))
  const refused = attempts.filter((_, index) => settled[index]?.status === 'rejected')
  for (const { attemptId } of refused) {
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified' })
  }
  await business.stop()
})
