/**
 * The number that this device remembers, on the SMS way.
 *
 * @jest-environment-options {"url": "https://shop.test/login"}
 */
import { SMS_PATHS } from '@local-number/protocol'
import { rememberPhone } from '../../src/remembered-phone'
import { PHONE } from '../page'
import { startWayServer, type WayServer } from '../way-server'
import { openLogin } from './sms-page'

let server: WayServer
beforeEach(async () => {
  server = await startWayServer()
  rememberPhone(PHONE, '1')
})
afterEach(() => server.stop())

const open = () => openLogin({ server, props: { initialPhone: '', rememberPhone: true } })

test('is shown masked, also above the code’s field, and sent', async () => {
  const page = open()
  await page.enter()
  await page.sees('138****8000')
  await page.send()
  await page.sees('验证码已发送至 138****8000')
  expect(page.text()).not.toContain('138 0013 8000')
  expect(server.listBodies(SMS_PATHS.send)).toMatchObject([{ phone: PHONE }])
})

test('makes room for another one', async () => {
  const page = open()
  await page.enter()
  await page.tap('换个号码')
  await page.type('13900139000')
  await page.send()
  await page.sees('验证码已发送至 139 0013 9000')
})
