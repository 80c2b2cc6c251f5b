// What the function does beside the API: it starts on good terms only, and it forgets what has expired.
import { createCloudDatabaseDouble } from '../../../packages/server/test/support/cloud-database-double'
import { serverEnvironment } from '../../../packages/server/test/support/environment'
import { createMain } from '../src'
import { logLines } from './support/log-lines'
import { cloudOver, invoke } from './support/wx-cloud'

const log = logLines()
beforeEach(() => {
  log.lines.length = 0
})

const sign = {
  path: '/api/local-number/sign',
  traceId: 'a'.repeat(32),
  body: { preSign: 'x', session: 'a'.repeat(32) },
}
const mainWith = (env: Record<string, string | undefined>, database = createCloudDatabaseDouble()) =>
  createMain(cloudOver(database), { ...serverEnvironment, ...env }, log)

describe('an environment that is not usable', () => {
  it.each([
    ['a secret is missing', { LOCAL_NUMBER_HASH_SECRET: undefined }, 'LOCAL_NUMBER_HASH_SECRET is missing'],
    [
      'a demo value is used in production',
      { NODE_ENV: 'production', LOCAL_NUMBER_HASH_SECRET: `demo:${'x'.repeat(40)}` },
      'LOCAL_NUMBER_HASH_SECRET holds a demo value',
    ],
    [
      'nobody said that this is not production',
      { NODE_ENV: undefined, LOCAL_NUMBER_APP_KEY: 'demo:key' },
      'LOCAL_NUMBER_APP_KEY holds a demo value',
    ],
    [
      'the platform is not the carrier’s in production',
      { NODE_ENV: 'production', LOCAL_NUMBER_VERIFY_ORIGIN: 'http://127.0.0.1:7000' },
      'LOCAL_NUMBER_VERIFY_ORIGIN must be https',
    ],
  ])('when %s, answers nothing but internal, and the log says what is wrong', async (_, env, problem) => {
    const answer = await invoke(mainWith(env), sign, 'oAlice')
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal', traceId: sign.traceId } })
    expect(JSON.stringify(answer)).not.toContain('LOCAL_NUMBER')
    expect(log.lines.join('\n')).toContain(problem)
  })

  it('never brings a secret into the log', async () => {
    await invoke(mainWith({ LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: 'not-a-key-but-a-secret' }), sign, 'oAlice')
    expect(log.lines.join('\n')).toContain('LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is unusable')
    expect(log.lines.join('\n')).not.toContain('not-a-key')
  })
})

it('what is allowed but hardly meant is said once', async () => {
  const main = mainWith({ LOCAL_NUMBER_APPKEY: 'misspelt' })
  await invoke(main, sign, 'oAlice')
  await invoke(main, sign, 'oAlice')
  expect(log.lines.filter((line) => line.includes('LOCAL_NUMBER_APPKEY'))).toHaveLength(1)
})

it('refuses a caller whom WeChat does not name', async () => {
  expect(await invoke(mainWith({}), sign)).toMatchObject({ status: 401, body: { code: 'callerUnknown' } })
})

describe('the timer', () => {
  const timer = { Type: 'Timer', TriggerName: 'forgetExpired', Time: '2026-11-22T04:30:00Z', Message: '' }
  const withExpired = () => {
    const database = createCloudDatabaseDouble()
    database.documents.set('once:old', { _id: 'once:old', expiresAt: 1 })
    database.documents.set('once:new', { _id: 'once:new', expiresAt: Date.now() + 60_000 })
    return database
  }

  it('removes what has expired', async () => {
    const database = withExpired()
    expect(await invoke(mainWith({}, database), timer)).toEqual({ forgotten: 1 })
    expect([...database.documents.keys()]).toEqual(['once:new'])
  })

  it('is not a page that says it were one', async () => {
    const database = withExpired()
    expect(await invoke(mainWith({}, database), timer, 'oMallory')).toMatchObject({ status: 400 })
    expect(database.documents.size).toBe(2)
  })
})
