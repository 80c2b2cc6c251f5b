// `<button open-type="getPhoneNumber">`: the quota, the question to the user, and the event.
import { createHttpHost } from '../../src'
import { createPage, type Run, run, waitFor } from '../support/run'

const FILES = createPage({
  js: 'Page({ got(e) { console.info(e.type, e.detail) } })',
  wxml: '<button id="b" open-type="getPhoneNumber" bindgetphonenumber="got"/>',
})

const findDialog = ({ device }: Run) => device.window.document.querySelector('[role=dialog]')
const answer = (running: Run, text: string) => {
  const buttons = [...(findDialog(running)?.querySelectorAll('button') ?? [])]
  const button = buttons.find(({ textContent }) => textContent === text)
  if (!button) throw new Error(`no button ${text} in: ${findDialog(running)?.textContent}`)
  button.click()
}

async function tap(host: object = {}, files = FILES, options = {}): Promise<Run> {
  const running = await run(files, { appId: 'wx1', host: { ...createHttpHost(), ...host }, ...options })
  running.tap('#b')
  await waitFor(() => expect(findDialog(running)).not.toBeNull())
  return running
}

test('a user who allows it gives the mini-program a code from WeChat', async () => {
  const asked: string[] = []
  const issuePhoneNumberCode = async (appId: string) => {
    asked.push(appId)
    return 'code-1'
  }
  const running = await tap({ issuePhoneNumberCode })
  expect(running.logged()).toEqual([])
  answer(running, '允许')
  await waitFor(() =>
    expect(running.logged()).toEqual([['getphonenumber', { errMsg: 'getPhoneNumber:ok', code: 'code-1' }]]),
  )
  expect(asked).toEqual(['wx1'])
  await running.expectClean()
})

test('a user who denies it gives no code, and none is issued', async () => {
  const issuePhoneNumberCode = jest.fn()
  const running = await tap({ issuePhoneNumberCode })
  answer(running, '不允许')
  await waitFor(() =>
    expect(running.logged()).toEqual([['getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' }]]),
  )
  expect(issuePhoneNumberCode).not.toHaveBeenCalled()
})

test('without quota the user is told so and not asked, and the mini-program gets errno 1400001', async () => {
  const issuePhoneNumberCode = jest.fn()
  const running = await tap({ hasPhoneNumberQuota: async () => false, issuePhoneNumberCode })
  expect(findDialog(running)?.textContent).toContain('该功能使用次数已达当前小程序上限')
  await waitFor(() =>
    expect(running.logged()).toEqual([['getphonenumber', { errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 }]]),
  )
  expect(issuePhoneNumberCode).not.toHaveBeenCalled()
})

test('phone-number-no-quota-toast="{{false}}" leaves it to the mini-program to tell the user', async () => {
  const wxml =
    '<button id="b" open-type="getPhoneNumber" phone-number-no-quota-toast="{{false}}" bindgetphonenumber="got"/>'
  const files = createPage({ js: 'Page({ got(e) { console.info(e.detail.errno) } })', wxml })
  const running = await run(files, { host: { ...createHttpHost(), hasPhoneNumberQuota: async () => false } })
  running.tap('#b')
  await waitFor(() => expect(running.logged()).toEqual([1400001]))
  expect(findDialog(running)).toBeNull()
  await running.expectClean()
})

test('a user who has not agreed to the privacy guide is asked for that first', async () => {
  const running = await tap({}, FILES, { privacy: 'ask' })
  answer(running, '拒绝')
  await waitFor(() =>
    expect(running.logged()).toEqual([
      ['getphonenumber', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }],
    ]),
  )
})

test('a host without WeChat issues a code that no server knows', async () => {
  const running = await tap()
  answer(running, '允许')
  await waitFor(() =>
    expect(running.logged()).toEqual([
      ['getphonenumber', { errMsg: 'getPhoneNumber:ok', code: expect.stringContaining('made-up') }],
    ]),
  )
})

test('a disabled button asks nobody', async () => {
  const files = createPage({
    js: 'Page({ got() { console.info("got") }, other() { console.info("other") } })',
    wxml: '<button id="b" disabled open-type="getPhoneNumber" bindgetphonenumber="got"/><button id="o" bindtap="other"/>',
  })
  const running = await run(files)
  running.tap('#b')
  running.tap('#o')
  await waitFor(() => expect(running.logged()).toEqual(['other']))
  expect(findDialog(running)).toBeNull()
})
