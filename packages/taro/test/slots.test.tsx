// Views of the app's own, made of the building blocks.
import { Input } from '@tarojs/components'
import { act, waitFor } from '@testing-library/react'
import {
  ConsentBox,
  type ConsentView,
  LocalNumberLogin,
  type LocalNumberLoginProps,
  LocalNumberProvider,
  type PhoneEntryView,
  PhoneField,
  SubmitButton,
  usePhoneField,
} from '../src'
import { en } from '../src/locale/en'
import { createProps, createServers, open, PHONE, type Servers, WAYS, walkToPhoneEntry } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(<LocalNumberLogin {...createProps(servers, props)} />)

const OwnConsent = ({ agreed, setAgreed, agree }: ConsentView) => (
  <>
    <ConsentBox agreed={agreed} onChange={setAgreed} />
    <SubmitButton onPress={agree}>登录吧</SubmitButton>
  </>
)

test('a consent of the app’s own, with box and button', async () => {
  const page = openLogin({ renderConsent: (view) => <OwnConsent {...view} /> })
  await page.tick()
  expect(await page.isTicked()).toBe(true)
  await page.sees('我已阅读并同意《中国移动认证服务条款》和《用户协议》，授权拾光小店核验本机号码')
  await page.tap('登录吧')
  await page.imageLoads()
  await page.find('.lnl-input input')
})

test('a consent of the app’s own does not go on with an unticked box: the dialog asks', async () => {
  const page = openLogin({ renderConsent: (view) => <OwnConsent {...view} /> })
  await page.tap('登录吧')
  await page.sees('请阅读并同意以下条款')
  expect(servers.sign).not.toHaveBeenCalled()
  await page.tap('不同意')
  await waitFor(() => expect(page.text()).not.toContain('请阅读并同意以下条款'))
  expect(await page.isTicked()).toBe(false)
  await page.tap('登录吧')
  await page.tap('同意并登录')
  await page.imageLoads()
  await page.find('.lnl-input input')
})

test('a consent of the app’s own that asks by itself ticks and goes on in one tap', async () => {
  const page = openLogin({
    renderConsent: ({ setAgreed, agree }) => (
      <SubmitButton
        onPress={() => {
          setAgreed(true)
          agree()
        }}
      >
        同意条款并登录
      </SubmitButton>
    ),
  })
  await page.tap('同意条款并登录')
  await page.imageLoads()
  await page.find('.lnl-input input')
})

describe('ConsentBox outside the component', () => {
  const CONTENT = { title: '小店条款', content: '条款全文' }
  const box = <ConsentBox agreed={false} onChange={() => undefined} />

  test('has the name, the terms and the language of the provider, and opens a term that is a text', async () => {
    const page = open(
      <LocalNumberProvider appName="Shop" terms={[CONTENT]} locale="en" locales={[en]}>
        {box}
      </LocalNumberProvider>,
    )
    await page.sees('小店条款')
    await page.sees('and allow Shop to verify this phone')
    await page.tap('小店条款')
    await page.sees('条款全文')
    await page.tap('Close')
    await waitFor(() => expect(page.text()).not.toContain('条款全文'))
  })

  test('calls the provider’s onOpenTerms first', async () => {
    const onOpenTerms = jest.fn(() => true)
    const page = open(
      <LocalNumberProvider appName="小店" terms={[CONTENT]} onOpenTerms={onOpenTerms}>
        {box}
      </LocalNumberProvider>,
    )
    await page.tap('小店条款')
    expect(onOpenTerms).toHaveBeenCalledWith(CONTENT)
    expect(page.text()).not.toContain('条款全文')
  })

  test('says what is missing if nobody tells the name', () => {
    const consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    open(box)
    expect(consoleError.mock.calls).toEqual([[expect.stringMatching(/consentBoxNameless: .*LocalNumberProvider/)]])
    consoleError.mockRestore()
  })
})

test('a phone entry of the app’s own, with field and button, stays while the number is verified', async () => {
  servers.verify.mockReturnValue(new Promise(() => undefined))
  const steps: PhoneEntryView['step'][] = []
  const page = openLogin({
    renderPhoneEntry: (view) => {
      steps.push(view.step)
      return (
        <>
          <PhoneField phone={view.phone} edit={view.edit} submit={view.submit} busy={view.step !== null} />
          <SubmitButton busy={view.step !== null} onPress={view.submit}>
            走
          </SubmitButton>
        </>
      )
    },
  })
  await walkToPhoneEntry(page)
  const field = await page.type(PHONE)
  await waitFor(() => expect(field.value).toBe('138 0013 8000'))
  await page.tap('走')
  await waitFor(() => expect(steps[steps.length - 1]).toBe('verifying'))
  expect(await page.find('.lnl-input input')).toBe(field)
})

const OwnField = ({ display, edit }: PhoneEntryView) => {
  const field = usePhoneField(display, edit)
  return (
    <Input
      className="lnl-input"
      value={field.shown}
      maxlength={-1}
      onInput={(event) => field.type(event.detail.value)}
      onBlur={field.leave}
    />
  )
}

test('a field of the app’s own keeps the caret inside by usePhoneField', async () => {
  const page = openLogin({ renderPhoneEntry: (view) => <OwnField {...view} /> })
  await walkToPhoneEntry(page)
  const field = await page.type('138 0013 8000')
  await page.type('138 003 8000')
  expect(field.value).toBe('138 003 8000')
})

test('screens of the app’s own for Wi-Fi, success and the fallback', async () => {
  let type: '5g' | 'wifi' | 'none' = 'none'
  const onCancel = jest.fn()
  const page = openLogin({
    onCancel,
    network: { type: async () => type, onChange: () => () => undefined },
    otherWays: WAYS,
    renderTurnWifiOff: ({ retry, leave }) => (
      <SubmitButton onPress={retry}>{`关闭 Wi-Fi，${leave ? '或' : ''}重来`}</SubmitButton>
    ),
    renderVerified: ({ masked, way }) => `欢迎 ${masked} ${way}`,
    renderFallback: (reason, _phone, { retry, ways, chooseWay, cancel }) => (
      <>
        <SubmitButton onPress={retry ?? (() => undefined)}>{`${reason} 重试`}</SubmitButton>
        {ways.map(({ id, label }) => (
          <SubmitButton key={id} onPress={() => chooseWay(id)}>
            {label}
          </SubmitButton>
        ))}
        <SubmitButton onPress={cancel ?? (() => undefined)}>算了</SubmitButton>
      </>
    ),
  })
  await page.tick()
  await page.tap('本机号码登录')
  await page.sees('offline 重试')
  expect(page.buttons()).toEqual(['offline 重试', '短信登录', '微信登录', '算了'])
  type = 'wifi'
  await page.tap('offline 重试')
  // With a fallback of its own, the app is asked first.
  await page.sees('wifi 重试')
  await page.tap('wifi 重试')
  await page.sees('关闭 Wi-Fi，或重来')
  type = '5g'
  await page.tap('关闭 Wi-Fi，或重来')
  await page.imageLoads()
  await page.type(PHONE)
  await page.tap('登录')
  await page.sees('欢迎 138****8000 sim')
  expect(onCancel).not.toHaveBeenCalled()
})

describe('copying', () => {
  const reference = async (page: ReturnType<typeof openLogin>) => {
    await page.tick()
    await page.tap('本机号码登录')
    await page.imageFails()
    await page.find('.lnl-copy')
    await page.tap('复制')
  }
  const setClipboard = (clipboard: object | undefined) =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
  afterEach(() => setClipboard(undefined))

  test('says so when the browser has copied', async () => {
    const writeText = jest.fn(async () => undefined)
    setClipboard({ writeText })
    const page = openLogin()
    await reference(page)
    await page.sees('已复制')
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^[0-9a-f]{8} · 500$/))
  })

  test('does not say so when the browser has refused', async () => {
    setClipboard({ writeText: () => Promise.reject(new Error('denied')) })
    const page = openLogin()
    await reference(page)
    await act(async () => undefined)
    expect(page.buttons()).toContain('复制')
  })

  test('does not say so on a page where nothing was copied', async () => {
    document.execCommand = () => true
    const page = openLogin()
    await reference(page)
    await act(async () => undefined)
    expect(page.buttons()).toContain('复制')
  })
})
