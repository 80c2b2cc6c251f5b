// The option `binding`: from the app into the sign, by every way in which an app sets options.
import { act, renderHook, waitFor } from '@testing-library/react'
import { LocalNumberLogin, type LocalNumberLoginProps, LocalNumberProvider, useLocalNumberLogin } from '../src'
import { createProps, createServers, open, type Servers, walkToPhoneEntry } from './page'

const SHA_256 = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const bound = expect.objectContaining({ binding: SHA_256 })

test('the component sends the binding, its own or the provider’s', async () => {
  const page = open(
    <LocalNumberProvider binding={SHA_256}>
      <LocalNumberLogin {...(createProps(servers) as LocalNumberLoginProps)} />
    </LocalNumberProvider>,
  )
  await walkToPhoneEntry(page)
  expect(servers.sign).toHaveBeenCalledWith(bound, expect.anything())
})

test('the hook sends the binding of the latest render: it may arrive after the login mounted', async () => {
  const { result, rerender } = renderHook(({ binding }) => useLocalNumberLogin(createProps(servers, { binding })), {
    initialProps: { binding: undefined as string | undefined },
  })
  rerender({ binding: SHA_256 })
  await act(async () => result.current.agree())
  await waitFor(() => expect(servers.sign).toHaveBeenCalledWith(bound, expect.anything()))
})

test('a binding that no backend made ends the login, and one line tells the developer', async () => {
  const consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const onFallback = jest.fn()
  const page = open(<LocalNumberLogin {...createProps(servers, { binding: 'secret', onFallback })} />)
  await page.tick()
  await page.tap('本机号码登录')
  await page.sees('服务暂不可用')
  expect(onFallback).toHaveBeenCalledWith(
    expect.objectContaining({ reason: 'misconfigured', code: 'bindingMalformed' }),
  )
  expect(servers.sign).not.toHaveBeenCalled()
  const lines = consoleError.mock.calls
    .map(([line]) => String(line))
    .filter((line) => line.includes('bindingMalformed'))
  expect(lines).toEqual([expect.stringContaining('the base64url of a SHA-256, 43 characters')])
  expect(lines.join()).not.toContain('secret')
  consoleError.mockRestore()
})
