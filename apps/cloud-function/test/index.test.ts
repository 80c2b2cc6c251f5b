// What the function does besides the API: it refuses an unusable environment and removes expired documents.
import { createCloudDatabase } from '../../../packages/server/test/support/cloud-database-stand-in'
import { serverEnvironment } from '../../../packages/server/test/support/environment'
import { createMain } from '../src'
import { createLogLines } from './support/log-lines'
import { createCloud, invoke } from './support/wx-cloud'

const log = createLogLines()
beforeEach(() => {
  log.lines.length = 0
})

const sign = {
  path: '/api/local-number/sign',
  traceId: 'a'.repeat(32),
  body: { preSign: 'x', session: 'a'.repeat(32) },
}
const createFunction = (env: Record<string, string | undefined>, database = createCloudDatabase()) =>
  createMain(createCloud(database), { ...serverEnvironment, ...env }, log)

describe('an environment that is not usable', () => {
  it.each([
    ['a secret is missing', { LOCAL_NUMBER_HASH_SECRET: undefined }, 'LOCAL_NUMBER_HASH_SECRET is missing'],
    [
      'a demo value is used in production',
      { NODE_ENV: 'production', LOCAL_NUMBER_HASH_SECRET: `demo:${'x'.repeat(40)}` },
      'LOCAL_NUMBER_HASH_SECRET holds a demo value',
    ],
    [
      'NODE_ENV is not set and a demo value is used',
      { NODE_ENV: undefined, LOCAL_NUMBER_APP_KEY: 'demo:key' },
      'LOCAL_NUMBER_APP_KEY holds a demo value',
    ],
    [
      'the platform is not the carrier’s in production',
      { NODE_ENV: 'production', LOCAL_NUMBER_VERIFY_ORIGIN: 'http://127.0.0.1:7000' },
      'LOCAL_NUMBER_VERIFY_ORIGIN must be https',
    ],
  ])('is answered with internal and logged if %s', async (_, env, problem) => {
    const answer = await invoke(createFunction(env), sign, 'oAlice')
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal', traceId: sign.traceId } })
    expect(JSON.stringify(answer)).not.toContain('LOCAL_NUMBER')
    expect(log.lines.join('\n')).toContain(problem)
  })

  it('is logged without secrets', async () => {
    await invoke(createFunction({ LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: 'not-a-key-but-a-secret' }), sign, 'oAlice')
    expect(log.lines.join('\n')).toContain('LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is unusable')
    expect(log.lines.join('\n')).not.toContain('not-a-key')
  })
})

describe('the HTTPS edition', () => {
  const body = { edition: 'httpsMiniProgram', consent: { version: '1' }, session: 'a'.repeat(32) }
  const editions = { LOCAL_NUMBER_EDITIONS: 'miniProgram,httpsMiniProgram' }

  it('is answered with the carrier’s ids and their signature', async () => {
    expect(await invoke(createFunction(editions), { ...sign, body }, 'oAlice')).toMatchObject({
      status: 200,
      body: {
        ids: {
          traceId: expect.stringMatching(/^[0-9A-V]{32}$/),
          timestamp: expect.stringMatching(/^\d{17}$/),
          version: '1.0',
        },
        sign: expect.stringMatching(/^[0-9a-f]{32}$/),
        attemptId: expect.any(String),
        traceId: sign.traceId,
      },
    })
  })

  it('is refused with the setting to change if it is not enabled', async () => {
    expect(await invoke(createFunction({}), { ...sign, body }, 'oAlice')).toMatchObject({
      status: 400,
      body: { code: 'requestMalformed', message: expect.stringContaining('LOCAL_NUMBER_EDITIONS') },
    })
  })

  it('with a guessable appKey keeps a function from starting in production', async () => {
    const main = createFunction({ ...editions, NODE_ENV: 'production', LOCAL_NUMBER_APP_KEY: 'A1B2C3D4E5F6' })
    expect(await invoke(main, { ...sign, body }, 'oAlice')).toMatchObject({ status: 500, body: { code: 'internal' } })
    expect(log.lines.join('\n')).toContain('LOCAL_NUMBER_APP_KEY must have at least 16 characters')
    expect(log.lines.join('\n')).not.toContain('A1B2C3D4E5F6')
  })
})

describe('the WeChat way', () => {
  const ask = {
    path: '/api/local-number/wechat-phone',
    traceId: 'a'.repeat(32),
    body: { code: 'code-of-the-button', session: 'a'.repeat(32) },
  }

  it('is there with its options', async () => {
    const main = createFunction({
      LOCAL_NUMBER_WECHAT_APP_ID: 'wx0123456789abcdef',
      LOCAL_NUMBER_WECHAT_APP_SECRET: 's',
    })
    expect(await invoke(main, ask, 'oAlice')).toMatchObject({ status: 403, body: { code: 'consentRequired' } })
  })

  it('is not there without them', async () => {
    expect(await invoke(createFunction({}), ask, 'oAlice')).toMatchObject({ status: 404, body: { code: 'notFound' } })
  })
})

it('a warning is logged once', async () => {
  const main = createFunction({ LOCAL_NUMBER_APPKEY: 'x' })
  await invoke(main, sign, 'oAlice')
  await invoke(main, sign, 'oAlice')
  expect(log.lines.filter((line) => line.includes('LOCAL_NUMBER_APPKEY'))).toHaveLength(1)
})

it('a caller without an OpenID is refused', async () => {
  expect(await invoke(createFunction({}), sign)).toMatchObject({ status: 401, body: { code: 'callerUnknown' } })
})

describe('the timer', () => {
  const timer = { Type: 'Timer', TriggerName: 'removeExpired', Time: '2026-11-22T04:30:00Z', Message: '' }
  const createDatabaseWithExpired = () => {
    const database = createCloudDatabase()
    database.documents.set('once:old', { _id: 'once:old', expiresAt: 1 })
    database.documents.set('once:new', { _id: 'once:new', expiresAt: Date.now() + 60_000 })
    return database
  }

  it('removes expired documents', async () => {
    const database = createDatabaseWithExpired()
    expect(await invoke(createFunction({}, database), timer)).toEqual({ removed: 1 })
    expect([...database.documents.keys()]).toEqual(['once:new'])
  })

  it('cannot be imitated by a page, which has an OpenID', async () => {
    const database = createDatabaseWithExpired()
    expect(await invoke(createFunction({}, database), timer, 'oMallory')).toMatchObject({ status: 400 })
    expect(database.documents.size).toBe(2)
  })
})
