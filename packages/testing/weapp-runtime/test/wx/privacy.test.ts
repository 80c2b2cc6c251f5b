import { eventually, onePage, type Run, run } from '../support/run'

const ASK = `const ask = (name) => wx.requirePrivacyAuthorize({ success: () => console.info(name, 'ok'), fail: ({ errMsg, errno }) => console.info(name, errMsg, errno) })
`
const REFUSED = ['requirePrivacyAuthorize:fail privacy permission is not authorized', 104]

const popUp = ({ device }: Run) => [...device.window.document.querySelectorAll('[role=dialog] button')] as HTMLElement[]
const answer = (running: Run, text: string) =>
  popUp(running)
    .find((each) => each.textContent === text)
    ?.click()

describe('WeChat’s own pop-up', () => {
  const js = `${ASK}Page({ onLoad() { ask('first'); ask('second') }, again() { ask('again') } })`
  const files = onePage({ js, wxml: '<view id="again" bindtap="again"/>' })

  test('comes once for all who ask at the same time; agreeing lets all go on, for good', async () => {
    const running = await run(files, { privacy: 'ask' })
    await eventually(() => expect(popUp(running)).toHaveLength(2))
    answer(running, '同意')
    await eventually(() =>
      expect(running.logged()).toEqual([
        ['first', 'ok'],
        ['second', 'ok'],
      ]),
    )
    running.tap('#again')
    await eventually(() => expect(running.logged()).toContainEqual(['again', 'ok']))
    expect(popUp(running)).toEqual([])
  })

  test('refusing fails all of them with errno 104, and the next question opens it again', async () => {
    const running = await run(files, { privacy: 'ask' })
    await eventually(() => expect(popUp(running)).toHaveLength(2))
    answer(running, '拒绝')
    await eventually(() =>
      expect(running.logged()).toEqual([
        ['first', ...REFUSED],
        ['second', ...REFUSED],
      ]),
    )
    running.tap('#again')
    await eventually(() => expect(popUp(running)).toHaveLength(2))
  })

  test('guards the clipboard as well', async () => {
    const running = await run(
      onePage({ js: `Page({ onLoad() { wx.getClipboardData({ fail: ({ errMsg }) => console.info(errMsg) }) } })` }),
      { privacy: 'ask' },
    )
    await eventually(() => expect(popUp(running)).toHaveLength(2))
    answer(running, '拒绝')
    await eventually(() =>
      expect(running.logged()).toEqual(['getClipboardData:fail privacy permission is not authorized']),
    )
  })
})

describe('a pop-up of the mini-program’s own', () => {
  const own = (answer: string) =>
    onePage({
      js: `${ASK}Page({ onLoad() { wx.onNeedPrivacyAuthorization((resolve, info) => { console.info(info); this.resolve = resolve; resolve({ event: 'exposureAuthorization' }) }); ask('first'); ask('second') },
        answer() { this.resolve(${answer}) } })`,
      wxml: '<button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="answer"/><view id="other" bindtap="answer"/>',
    })

  test('is told once who asks; the tapped button’s id is the agreement', async () => {
    const { logged, tap, clean } = await run(own(`{ event: 'agree', buttonId: 'agree' }`), {
      privacy: 'ask',
      latencyMs: 5,
    })
    expect(logged()).toEqual([{ referrer: 'requirePrivacyAuthorize' }])
    tap('#agree')
    await eventually(() =>
      expect(logged().slice(1)).toEqual([
        ['first', 'ok'],
        ['second', 'ok'],
      ]),
    )
    await clean()
  })

  test('may refuse', async () => {
    const { logged, tap } = await run(own(`{ event: 'disagree' }`), { privacy: 'ask' })
    tap('#other')
    await eventually(() =>
      expect(logged().slice(1)).toEqual([
        ['first', ...REFUSED],
        ['second', ...REFUSED],
      ]),
    )
  })

  test('cannot agree for a user who tapped no button for it', async () => {
    const { device, logged, tap } = await run(own(`{ event: 'agree', buttonId: 'agree' }`), { privacy: 'ask' })
    tap('#other')
    await eventually(() =>
      expect(logged().slice(1)).toEqual([
        ['first', ...REFUSED],
        ['second', ...REFUSED],
      ]),
    )
    expect((await device.report()).errors).toEqual([expect.stringContaining('agree without a tap')])
  })
})

test('who has agreed before is not asked', async () => {
  const { logged } = await run(
    onePage({
      js: `${ASK}Page({ onLoad() { ask('it'); wx.getPrivacySetting({ success: ({ needAuthorization }) => console.info(needAuthorization) }) } })`,
    }),
  )
  await eventually(() => expect(logged()).toHaveLength(2))
  expect(logged()).toEqual(expect.arrayContaining([['it', 'ok'], false]))
})
