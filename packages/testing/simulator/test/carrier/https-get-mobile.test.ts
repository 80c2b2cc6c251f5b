// The HTTPS edition: one request answers a token, and the verify call of the image edition takes it.
import { PATHS } from '@local-number/protocol'
import type { Simulator } from '../../src'
import { createHttpsRequest } from '../support/https'
import { post, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const PHONE = '13800138000'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

test('the token of one request verifies its number', async () => {
  const request = createHttpsRequest(simulator)
  const { header, body } = await post(`${simulator.httpsEditionOrigin}${PATHS.httpsGetMobile}`, request)
  expect(header).toEqual({ appId: request.appId, msgId: request.msgId, timestamp: request.timestamp })
  expect(body).toMatchObject({ resultCode: '103000', resultDesc: '获取 token 成功', expandParams: '' })
  expect(body.token).toMatch(/^H5HTTPS[0-9A-F]{32}$/)
  expect(body).not.toHaveProperty('msisdnOwner')
  expect(await verify(simulator, { phone: PHONE, token: body.token ?? '' })).toBe('000')
})
