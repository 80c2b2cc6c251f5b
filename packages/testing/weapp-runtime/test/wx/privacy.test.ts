import { createPage, type Run, run, waitFor } from '../support/run'

const ASK = `const ask = (name) => wx.requirePrivacyAuthorize({ success: () => console.info(name, 'ok'), fail: ({ errMsg, errno }) => console.info(name, errMsg, errno) })
`
const REFUSED = ['requirePrivacyAuthorize:fail privacy permission is not authorized', 104]

const findPopUpButtons = ({ device }: Run) =>
  [...device.window.document.querySelectorAll('[role=dialog] button')] as HTMLElement[]
const answer = (running: Run, text: string) =>
  findPopUpButtons(running)
    .find((each) => each.textContent === text)
    ?.click()

describe('WeChat’s privacy pop-up', () => {
  const js = `${ASK}Page({ onLoad() { ask('first'); ask('second') }, again() { ask('again') } })`
  const files = createPage({ js, wxml: '<view id="again" bindtap="again"/>' })

  test('opens once for simultaneous calls, and agreeing lets them and later ones succeed', async () => {
    const running = await run(files, { privacy: 'ask' })
    await waitFor(() => expect(findPopUpButtons(running)).toHaveLength(2))
    answer(running, '同意')
    await waitFor(() =>
      expect(running.logged()).toEqual([
        ['first', 'ok'],
        ['second', 'ok'],
      ]),
    )
    running.tap('#again')
    await waitFor(() => expect(running.logged()).toContainEqual(['again', 'ok']))
    expect(findPopUpButtons(running)).toEqual([])
  })

  test('fails all calls with errno 104 when refused, and opens again at the next call', async () => {
    const running = await run(files, { privacy: 'ask' })
    await waitFor(() => expect(findPopUpButtons(running)).toHaveLength(2))
    answer(running, '拒绝')
    await waitFor(() =>
      expect(running.logged()).toEqual([
        ['first', ...REFUSED],
        ['second', ...REFUSED],
      ]),
    )
    running.tap('#again')
    await waitFor(() => expect(findPopUpButtons(running)).toHaveLength(2))
  })

  test('guards the clipboard as well', async () => {
    const running = await run(
      createPage({ js: `Page({ onLoad() { wx.getClipboardData({ fail: ({ errMsg }) => console.info(errMsg) }) } })` }),
      { privacy: 'ask' },
    )
    await waitFor(() => expect(findPopUpButtons(running)).toHaveLength(2))
    answer(running, '拒绝')
    await waitFor(() =>
      expect(running.logged()).toEqual(['getClipboardData:fail privacy permission is not authorized']),
    )
  })
})

describe('a mini-program’s own privacy pop-up', () => {
  const createOwnPopUp = (answer: string) =>
    createPage({
      js: `${ASK}Page({ onLoad() { wx.onNeedPrivacyAuthorization((resolve, info) => { console.info(info); this.resolve = resolve; resolve({ event: 'exposureAuthorization' }) }); ask('first'); ask('second') },
        answer() { this.resolve(${answer}) } })`,
      wxml: '<button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="answer"/><view id="other" bindtap="answer"/>',
    })

  test('receives the asking API once, and agrees with the id of the tapped button', async () => {
    const { logged, tap, expectClean } = await run(createOwnPopUp(`{ event: 'agree', buttonId: 'agree' }`), {
      privacy: 'ask',
      latencyMs: 5,
    })
    expect(logged()).toEqual([{ referrer: 'requirePrivacyAuthorize' }])
    tap('#agree')
    await waitFor(() =>
      expect(logged().slice(1)).toEqual([
        ['first', 'ok'],
        ['second', 'ok'],
      ]),
    )
    await expectClean()
  })

  test('may refuse for all calls', async () => {
    const { logged, tap } = await run(createOwnPopUp(`{ event: 'disagree' }`), { privacy: 'ask' })
    tap('#other')
    await waitFor(() =>
      expect(logged().slice(1)).toEqual([
        ['first', ...REFUSED],
        ['second', ...REFUSED],
      ]),
    )
  })

  test('cannot agree unless the user tapped its button', async () => {
    const { device, logged, tap } = await run(createOwnPopUp(`{ event: 'agree', buttonId: 'agree' }`), {
      privacy: 'ask',
    })
    tap('#other')
    await waitFor(() =>
      expect(logged().slice(1)).toEqual([
        ['first', ...REFUSED],
        ['second', ...REFUSED],
      ]),
    )
    expect((await device.report()).errors).toEqual([expect.stringContaining('agree without a tap')])
  })
})

test('a user who has agreed before is not asked again', async () => {
  const { logged } = await run(
    createPage({
      js: `${ASK}Page({ onLoad() { ask('it'); wx.getPrivacySetting({ success: ({ needAuthorization }) => console.info(needAuthorization) }) } })`,
    }),
  )
  await waitFor(() => expect(logged()).toHaveLength(2))
  expect(logged()).toEqual(expect.arrayContaining([['it', 'ok'], false]))
})
