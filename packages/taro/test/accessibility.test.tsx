// What a keyboard and a screen reader find in a browser, by Taro's real H5 elements.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { createProps, createServers, open, PHONE, type Servers, WAYS, walkToPhoneEntry } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(<LocalNumberLogin {...createProps(servers, props)} />)

const CONTENT = [{ title: '隐私政策', content: '我们只核验号码' }]

const press = async (element: HTMLElement, key: string) => {
  element.focus()
  expect(document.activeElement).toBe(element)
  await act(async () => void fireEvent.keyDown(element, { key, keyCode: key === 'Enter' ? 13 : undefined }))
}

describe('names and roles', () => {
  test('the box is named by the whole consent text', async () => {
    openLogin()
    await screen.findByRole('checkbox', {
      name: '我已阅读并同意《中国移动认证服务条款》和《用户协议》，授权拾光小店核验本机号码',
    })
  })

  test('a click on the text beside the box ticks it', async () => {
    openLogin()
    const box = await screen.findByRole('checkbox')
    await act(async () => screen.getByText(/我已阅读并同意/).click())
    expect(box.getAttribute('aria-checked')).toBe('true')
  })

  test('the app’s name is the heading of the page, and each note has one below it', async () => {
    const page = openLogin({ otherWays: WAYS })
    await screen.findByRole('heading', { name: '拾光小店', level: 1 })
    await page.tap('其他方式登录')
    await screen.findByRole('heading', { name: '其他方式登录', level: 2 })
  })

  test('the reminder to tick the box is announced, each time', async () => {
    const page = openLogin()
    const region = await screen.findByRole('alert')
    const spoken: (string | null)[] = []
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        // The style sheet hides the text that keeps room for the longest one.
        for (const node of addedNodes) if (node !== region.querySelector('.lnl-room')) spoken.push(node.textContent)
      }
    }).observe(region, { childList: true })
    for (const _time of [1, 2]) {
      await page.tap('本机号码登录')
      await page.tap('不同意')
      await waitFor(() => expect(region.querySelector('.lnl-problem')?.textContent).toBe('请先阅读并勾选协议'))
    }
    expect(spoken.filter(Boolean)).toHaveLength(2)
    expect(await screen.findByRole('alert')).toBe(region)
  })

  test('only the progress text is announced while the user waits, in a region that was there before', async () => {
    const page = openLogin()
    const region = await screen.findByRole('status')
    await page.tick()
    await page.tap('本机号码登录')
    await page.find('.lnl-progress-text')
    await waitFor(() => expect(region.textContent).toBe('正在核验本机号码…'))
  })

  test('the carrier’s image is hidden, with an empty alt', async () => {
    const page = openLogin()
    await page.tick()
    await page.tap('本机号码登录')
    const image = await page.find('taro-image-core img')
    expect(image.getAttribute('alt')).toBe('')
    expect(image.closest('[aria-hidden=true]')).not.toBeNull()
  })

  test('the field has a name, allows autofill, and is marked as invalid after an error', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    const field = await screen.findByRole('textbox', { name: '本机号码' })
    expect(field.getAttribute('autocomplete')).toBe('tel-national')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    await page.tap('登录')
    expect((await page.find('[role=alert] .lnl-problem')).textContent).toBe('请输入 11 位手机号')
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  })

  test('the field is described by its error', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    const field = await screen.findByRole('textbox', { name: '本机号码' })
    const message = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(message).toBe(screen.getByRole('alert'))
  })

  test('success is announced', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('验证成功')
    expect(screen.getByRole('status').textContent).toBe('验证成功 138****8000')
  })
})

describe('the focus', () => {
  const isFocused = (find: () => Element | null) => waitFor(() => expect(document.activeElement).toBe(find()))
  const query = (selector: string) => () => document.querySelector(selector)

  test('moves to the progress text, to the field, and to the headline of success', async () => {
    const page = openLogin()
    await page.tick()
    ;(await page.find('.lnl-button')).focus()
    await page.tap('本机号码登录')
    await isFocused(query('.lnl-progress-text'))
    await page.imageLoads()
    await isFocused(query('.lnl-input input'))
    await page.type(PHONE)
    await page.tap('登录')
    await isFocused(query('.lnl-headline'))
  })

  test('moves to the field after each error', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    const field = await page.find('.lnl-input input')
    for (const _time of [1, 2]) {
      ;(await page.find('.lnl-button')).focus()
      await page.tap('登录')
      await isFocused(() => field)
    }
  })

  test('moves to the headline of a fallback', async () => {
    const page = openLogin()
    await page.tick()
    await page.tap('本机号码登录')
    await page.imageFails()
    await isFocused(query('.lnl-headline'))
  })

  test('stays in a field of the app', async () => {
    const page = openLogin({ footer: null, header: null })
    const own = document.body.appendChild(document.createElement('input'))
    own.focus()
    await page.tick()
    await page.tap('本机号码登录')
    await page.find('.lnl-progress-text')
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(document.activeElement).toBe(own)
    own.remove()
  })
})

describe('the keyboard alone', () => {
  test.each(['Enter', ' '])('presses a button with %j', async (key) => {
    openLogin({ otherWays: WAYS })
    await press(await screen.findByRole('button', { name: '其他方式登录' }), key)
    await screen.findByRole('button', { name: '短信登录' })
  })

  test('ignores other keys, and presses once for a key that is held', async () => {
    const onEvent = jest.fn()
    openLogin({ onEvent, otherWays: WAYS })
    const button = await screen.findByRole('button', { name: '其他方式登录' })
    for (const event of [{ key: 'a' }, { key: 'Tab' }, { key: 'Enter', repeat: true }]) {
      await act(async () => void fireEvent.keyDown(button, event))
    }
    expect(onEvent).not.toHaveBeenCalled()
  })

  test('ticks the box with the space bar, not with Enter', async () => {
    openLogin()
    const box = await screen.findByRole('checkbox')
    await press(box, 'Enter')
    expect(box.getAttribute('aria-checked')).toBe('false')
    await press(box, ' ')
    expect(box.getAttribute('aria-checked')).toBe('true')
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
    openLogin({ terms: CONTENT })
    const link = await screen.findByRole('link', { name: '《隐私政策》' })
    await press(link, 'Enter')
    const dialog = await screen.findByRole('dialog', { name: '《隐私政策》' })
    await waitFor(() => expect(document.activeElement).toBe(dialog))
    within(dialog).getByText('我们只核验号码')
    await press(dialog, 'Escape')
    await waitFor(() => expect(document.activeElement).toBe(link))
    expect(document.querySelector('.lnl-sheet')).toBeNull()
  })

  test('stays within the dialog', async () => {
    openLogin({ terms: CONTENT })
    const link = await screen.findByRole('link', { name: '《隐私政策》' })
    await press(link, 'Enter')
    const dialog = await screen.findByRole('dialog', { name: '《隐私政策》' })
    await waitFor(() => expect(document.activeElement).toBe(dialog))
    act(() => link.focus())
    expect(document.activeElement).toBe(dialog)
  })
})
