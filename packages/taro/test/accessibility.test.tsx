// What a keyboard and a screen reader find in a browser, by Taro's real H5 elements.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { createProps, createServers, open, PHONE, type Servers, walkToPhoneEntry } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(<LocalNumberLogin {...createProps(servers, props)} />)

const press = async (element: HTMLElement, key: string) => {
  element.focus()
  expect(document.activeElement).toBe(element)
  await act(async () => void fireEvent.keyDown(element, { key, keyCode: key === 'Enter' ? 13 : undefined }))
}

describe('names and roles', () => {
  test('the box is named by the whole consent text', async () => {
    openLogin()
    await screen.findByRole('checkbox', {
      name: '已阅读并同意《中国移动认证服务条款》和《用户协议》，并授权拾光小店校验本机号码',
    })
  })

  test('a click on the text beside the box ticks it', async () => {
    openLogin()
    const box = await screen.findByRole<HTMLInputElement>('checkbox')
    await act(async () => screen.getByText('已阅读并同意').click())
    expect(box.checked).toBe(true)
  })

  test('the title is a heading', async () => {
    openLogin()
    await screen.findByRole('heading', { name: '本机号码登录' })
  })

  test('the reminder to tick the box is announced', async () => {
    const page = openLogin()
    await page.tap('同意并继续')
    expect((await screen.findByRole('alert')).textContent).toBe('请先阅读并勾选同意')
  })

  test('only the progress text is announced while the user waits', async () => {
    const page = openLogin()
    await page.tick()
    await page.tap('同意并继续')
    expect((await screen.findByRole('status')).textContent).toBe('正在确认 SIM 卡…')
  })

  test('the field has a name, allows autofill, and is marked as invalid after an error', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    const field = await screen.findByRole('textbox', { name: '手机号' })
    expect(field.getAttribute('autocomplete')).toBe('tel-national')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    await page.tap('登录')
    expect((await screen.findByRole('alert')).textContent).toBe('请输入 11 位手机号')
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  })

  test('the fallback announces title and advice, not its buttons and reference', async () => {
    const page = openLogin()
    await page.tap('其他方式登录')
    expect((await screen.findByRole('alert')).textContent).toBe('其他方式登录您也可以回来继续使用本机号码登录。')
    await screen.findByRole('button', { name: '使用本机号码登录' })
  })

  test('success is announced', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('验证成功')
    expect(screen.getByRole('status').textContent).toBe('验证成功138****8000')
  })
})

describe('the keyboard alone', () => {
  test.each(['Enter', ' '])('presses a button with %j', async (key) => {
    openLogin()
    await press(await screen.findByRole('button', { name: '其他方式登录' }), key)
    await screen.findByRole('button', { name: '使用本机号码登录' })
  })

  test('ignores other keys, and presses once for a key that is held', async () => {
    const onEvent = jest.fn()
    openLogin({ onEvent })
    const button = await screen.findByRole('button', { name: '其他方式登录' })
    for (const event of [{ key: 'a' }, { key: 'Tab' }, { key: 'Enter', repeat: true }]) {
      await act(async () => void fireEvent.keyDown(button, event))
    }
    expect(onEvent).not.toHaveBeenCalled()
  })

  test('submits from the field with Enter', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    const field = await page.type(PHONE)
    await press(field, 'Enter')
    await page.sees('验证成功')
    expect(servers.verify).toHaveBeenCalledTimes(1)
  })

  test('opens terms in a dialog, closes it with Escape, and returns to the link', async () => {
    const page = openLogin()
    const link = await screen.findByRole('link', { name: '《用户协议》' })
    await press(link, 'Enter')
    const dialog = await screen.findByRole('dialog', { name: '《用户协议》' })
    await waitFor(() => expect(document.activeElement).toBe(dialog))
    within(dialog).getByText('https://shop.test/terms')
    await press(dialog, 'Escape')
    await waitFor(() => expect(document.activeElement).toBe(link))
    expect(page.container.querySelector('.lnl-sheet')).toBeNull()
  })

  test('stays within the dialog', async () => {
    openLogin()
    const link = await screen.findByRole('link', { name: '《用户协议》' })
    await press(link, 'Enter')
    const dialog = await screen.findByRole('dialog', { name: '《用户协议》' })
    await waitFor(() => expect(document.activeElement).toBe(dialog))
    act(() => link.focus())
    expect(document.activeElement).toBe(dialog)
  })
})
