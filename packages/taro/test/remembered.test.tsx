/**
 * The number that a device remembers: masked until the user wants another one.
 *
 * @jest-environment-options {"url": "https://shop.test/login"}
 */
import { LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { httpsEdition } from '../src/https'
import { createProps, createServers, open, PHONE, type Servers } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
  localStorage.clear()
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(
    <LocalNumberLogin
      {...createProps(servers, { rememberPhone: true, flow: 'oneScreen', ...props })}
      editions={[httpsEdition]}
      sdk={undefined}
    />,
  )

async function logInOnce() {
  const page = openLogin()
  await page.type(PHONE)
  await page.tick()
  await page.tap('本机号码登录')
  await page.sees('验证成功')
  page.unmount()
}

test('a returning user sees the masked number, and logs in without typing', async () => {
  await logInOnce()
  const page = openLogin()
  await page.sees('138****8000')
  expect(document.querySelector('.lnl-input')).toBeNull()
  expect(await page.isTicked()).toBe(false)
  await page.tap('本机号码登录')
  await page.tap('同意并登录')
  await page.sees('验证成功')
  expect(servers.verify.mock.calls[1]?.[0]).toMatchObject({ phone: PHONE })
})

test('another number is typed into an empty field', async () => {
  await logInOnce()
  const page = openLogin()
  await page.tap('换个号码')
  expect((await page.find<HTMLInputElement>('.lnl-input input')).value).toBe('')
  expect(page.text()).not.toContain('138****8000')
})
