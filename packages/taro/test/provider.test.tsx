// Options of the whole app, which a login need not repeat.
import { LocalNumberLogin, type LocalNumberLoginProps, LocalNumberProvider } from '../src'
import { createProps, createServers, open, PHONE, walkToPhoneEntry } from './page'

test('a login takes the options of the provider, and its own have priority', async () => {
  const onVerified = jest.fn()
  const { appName, ...app } = createProps(createServers())
  const page = open(
    <LocalNumberProvider {...app} appName="全店" theme="dark" onVerified={onVerified}>
      <LocalNumberLogin {...(Object({ appName, theme: undefined }) as LocalNumberLoginProps)} />
    </LocalNumberProvider>,
  )
  await page.sees(appName)
  expect(page.text()).not.toContain('全店')
  expect(page.container.querySelector('.lnl-dark')).not.toBeNull()
  await walkToPhoneEntry(page)
  await page.type(PHONE)
  await page.tap('登录')
  await page.sees('验证成功')
  expect(onVerified).toHaveBeenCalledTimes(1)
})

test('a provider inside another adds to it', async () => {
  const { appName, ...app } = createProps(createServers())
  const page = open(
    <LocalNumberProvider {...app} theme="dark">
      <LocalNumberProvider appName={appName} theme="light">
        <LocalNumberLogin {...(Object({}) as LocalNumberLoginProps)} />
      </LocalNumberProvider>
    </LocalNumberProvider>,
  )
  await page.sees(appName)
  expect(page.container.querySelector('.lnl-light')).not.toBeNull()
})
