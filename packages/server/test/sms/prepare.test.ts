// A service is told at its start what a sender or the captcha lacks.
import { createTencentCaptcha, prepareSms } from '../../src/sms'

const unusable = async () => Promise.reject(new Error('not installed'))
const sender = { name: 'list', send: async () => undefined }

it.each([
  ['sender', { senders: [sender, { ...sender, ready: unusable }] }],
  ['captcha', { senders: [sender], verifyCaptcha: Object.assign(async () => true, { ready: unusable }) }],
])('a %s that cannot be used is an error', async (_, sms) => {
  await expect(prepareSms(sms)).rejects.toThrow('not installed')
})

it('what can be used, or has nothing to load, is ready', async () => {
  const access = { secretId: 'AKID', secretKey: 'secret' }
  const verifyCaptcha = createTencentCaptcha({ ...access, appId: 199_999_164, appSecretKey: 'secret' })
  expect(verifyCaptcha.ready).toBeDefined()
  await prepareSms({ senders: [sender], verifyCaptcha })
  await prepareSms({ senders: [sender] })
  await prepareSms(undefined)
})
