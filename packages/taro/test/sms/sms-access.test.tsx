// What a keyboard and a screen reader find on the SMS way, and what a mini-program has instead.
import { SMS_PATHS } from '@local-number/protocol'
import { screen, waitFor } from '@testing-library/react'
import { moveClock, stopClock } from '../clock'
import { refuse, startWayServer, type WayServer } from '../way-server'
import { openLogin } from './sms-page'

let server: WayServer
beforeEach(async () => {
  server = await startWayServer()
  stopClock()
})
afterEach(async () => {
  jest.useRealTimers()
  await server.stop()
})

const isFocused = (find: () => Element | null) => waitFor(() => expect(document.activeElement).toBe(find()))
const codeField = () => document.querySelector('.lnl-input input[autocomplete="one-time-code"]')

test('both fields have a name, and are described by what is wrong', async () => {
  const page = openLogin({ server })
  await page.enter()
  const phone = await screen.findByRole('textbox', { name: '手机号' })
  const findMessage = (field: HTMLElement) => document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(findMessage(phone)).toBe(screen.getByRole('alert'))
  await page.send()
  const code = await screen.findByRole('textbox', { name: '验证码已发送至 138 0013 8000' })
  expect(findMessage(code)).toBe(screen.getByRole('alert'))
  await page.typeCode('000000')
  await page.seesProblem('验证码不正确（剩余 4 次）')
  await waitFor(() => expect(codeField()?.getAttribute('aria-invalid')).toBe('true'))
})

test('the focus moves to the code’s field after sending, after a resend and after an error', async () => {
  const page = openLogin({ server })
  await page.enter()
  ;(await page.find('.lnl-button')).focus()
  await page.send()
  await isFocused(codeField)
  moveClock(60_000)
  await screen.findByRole('button', { name: '重新获取' })
  ;(await screen.findByRole('button', { name: '重新获取' })).focus()
  await page.tap('重新获取')
  await page.waitForSends(2)
  await isFocused(codeField)
  ;(await page.find('.lnl-button')).focus()
  await page.tap('登录')
  await page.seesProblem('请输入 6 位数字')
  await isFocused(codeField)
})

test('a sent message is announced, and the countdown is not', async () => {
  const page = openLogin({ server })
  await page.enter()
  await page.send()
  await waitFor(() =>
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      '验证码已发送至 138 0013 8000',
    ),
  )
  const button = await screen.findByRole('button', { name: '60 秒后重新获取' })
  expect(button.closest('[aria-live], [role=status], [role=alert]')).toBeNull()
})

test('the same problem is announced each time', async () => {
  server.fail(SMS_PATHS.send, refuse(503, 'overloaded'), refuse(503, 'overloaded'))
  const page = openLogin({ server })
  await page.enter()
  await page.tick()
  const seen = new Set<Element>()
  for (const times of [1, 2]) {
    await page.tap('获取验证码')
    await page.waitForSends(times)
    await page.seesProblem('服务暂不可用')
    seen.add(await page.find('[role=alert] .lnl-problem'))
  }
  expect(seen.size).toBe(2)
})

test('a success takes the field away while it has the focus, and React is not flushed within that', async () => {
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  // As browsers do, and jsdom does not: a field that is removed loses the focus, and says so.
  const remove = Node.prototype.removeChild
  const removal = jest.spyOn(Node.prototype, 'removeChild').mockImplementation(function (this: Node, child) {
    const { activeElement } = document
    if (activeElement && child.contains(activeElement)) (activeElement as HTMLElement).blur()
    return remove.call(this, child) as never
  })
  const page = openLogin({ server })
  await page.enter()
  await page.send()
  ;(await page.findCode()).focus()
  await page.typeCode(page.readCode())
  await page.sees('验证成功')
  expect(errors.mock.calls.flat().join()).not.toContain('flushSync')
  removal.mockRestore()
  errors.mockRestore()
})
