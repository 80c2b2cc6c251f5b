import { redactLog } from '../../src/log/log'
import { startBusiness } from '../support/business'

const fail = () => {
  throw new Error('the disk is full')
}
const broken = { info: fail, warn: fail, error: fail }

it.each(['info', 'warn', 'error'] as const)('a log whose %s throws loses its line and nothing else', (level) => {
  expect(() => redactLog(broken)[level]({ traceId: 'a' }, 'message')).not.toThrow()
})

it('a login succeeds although no line can be logged', async () => {
  const business = await startBusiness({ log: broken, onConsent: undefined })
  try {
    expect(await business.login()).toMatchObject({ outcome: 'verified' })
  } finally {
    await business.stop()
  }
})
