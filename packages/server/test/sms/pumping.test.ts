// The alarm about messages that nobody uses.
import type { PumpingFacts } from '../../src/sms'
import { createSession } from '../support/business'
import { type SmsBusiness, startSms, WIDE } from './support/sms'

let sms: SmsBusiness

afterEach(() => sms.stop())

const start = async (onPumping?: (facts: PumpingFacts) => void, messagesPerHour = 10_000) => {
  sms = await startSms({ sms: { limits: { ...WIDE, messagesPerHour }, onPumping } })
  return sms
}

const login = async (index: number, checks: boolean, prefix = '1380013', address?: string) => {
  const user = { phone: `${prefix}${String(index).padStart(4, '0')}`, session: createSession() }
  await sms.send(user, { address })
  if (checks) await sms.check(sms.readCode(), user)
}

it('is raised at the twentieth message to numbers that begin alike, if few were verified, and again at each twenty', async () => {
  const onPumping = jest.fn()
  await start(onPumping)
  for (let index = 0; index < 40; index += 1) await login(index, index % 10 === 0)
  const alarms = [
    { prefix: '1380013', sent: 20, verified: 2, traceId: expect.any(String) },
    { prefix: '1380013', sent: 40, verified: 4, traceId: expect.any(String) },
  ]
  expect(onPumping.mock.calls).toEqual(alarms.map((alarm) => [alarm]))
  expect(sms.lines).toEqual(
    expect.arrayContaining(alarms.map((alarm) => expect.objectContaining({ ...alarm, code: 'smsPumping' }))),
  )
})

it('is not raised where people log in', async () => {
  const onPumping = jest.fn()
  await start(onPumping)
  for (let index = 0; index < 60; index += 1) await login(index, index % 4 === 0)
  expect(onPumping).not.toHaveBeenCalled()
})

it('is not raised for numbers that begin differently, nor over hours', async () => {
  const onPumping = jest.fn()
  await start(onPumping)
  for (let index = 0; index < 19; index += 1) await login(index, false)
  for (let index = 0; index < 19; index += 1) await login(index, false, '1380014')
  sms.clock.ms += 3_600_000
  for (let index = 0; index < 19; index += 1) await login(index, false)
  expect(onPumping).not.toHaveBeenCalled()
})

describe('spread over numbers that begin differently', () => {
  const spread = (index: number, checks: boolean) => login(0, checks, String(1_380_000 + index), `198.51.100.${index}`)

  it('is raised at each tenth of the messages of an hour, if few were verified', async () => {
    const onPumping = jest.fn()
    await start(onPumping, 300)
    for (let index = 0; index < 60; index += 1) await spread(index, index % 10 === 0)
    const alarms = [
      { prefix: null, sent: 30, verified: 3, traceId: expect.any(String) },
      { prefix: null, sent: 60, verified: 6, traceId: expect.any(String) },
    ]
    expect(onPumping.mock.calls).toEqual(alarms.map((alarm) => [alarm]))
    expect(sms.lines).toContainEqual(expect.objectContaining({ ...alarms[0], code: 'smsPumping' }))
  })

  it('is not raised where people log in', async () => {
    const onPumping = jest.fn()
    await start(onPumping, 300)
    for (let index = 0; index < 60; index += 1) await spread(index, index % 4 === 0)
    expect(onPumping).not.toHaveBeenCalled()
  })
})

it('counts a repeated check once', async () => {
  const onPumping = jest.fn()
  await start(onPumping)
  await sms.send({ phone: '13800139999' })
  for (let check = 0; check < 10; check += 1) await sms.check(sms.readCode(), { phone: '13800139999' })
  for (let index = 0; index < 19; index += 1) await login(index, false)
  expect(onPumping).toHaveBeenCalledWith(expect.objectContaining({ sent: 20, verified: 1 }))
})

it('does not stop a message, whatever its listener throws', async () => {
  await start(() => {
    throw new Error('no pager')
  })
  for (let index = 0; index < 20; index += 1) await login(index, false)
  expect(sms.messages).toHaveLength(20)
})
