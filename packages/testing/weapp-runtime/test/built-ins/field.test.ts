import { createPage, run, waitFor } from '../support/run'

const getField = (element: HTMLElement) => element.querySelector('input, textarea') as HTMLInputElement
const JS = `Page({ data: { v: '', f: true }, had(e) { console.info(e.type, e.detail) }, digits(e) { console.info(e.detail.value); this.setData({ v: e.detail.value.replace(/\\D/g, '') }) }, set() { this.setData({ v: 'set' }) }, leave() { this.setData({ f: false }) } })`

test.each([0, 20])('a page can replace what the user typed (latency %d ms)', async (latencyMs) => {
  const { find, logged, type, expectClean } = await run(
    createPage({ js: JS, wxml: '<input id="i" value="{{v}}" bindinput="digits"/>' }),
    { latencyMs },
  )
  type('#i', '1a2')
  expect(getField(find('#i')).value).toBe('1a2')
  await waitFor(() => expect(getField(find('#i')).value).toBe('12'))
  // The same value again: the page’s data did not change, what is on the screen did.
  type('#i', '12b')
  await waitFor(() => expect(logged()).toEqual(['1a2', '12b']))
  await waitFor(() => expect(getField(find('#i')).value).toBe('12'))
  await expectClean()
})

test('input, focus, confirm and blur report their details once each', async () => {
  const { device, find, logged, type } = await run(
    createPage({
      js: JS,
      wxml: '<input id="i" bindinput="had" bindfocus="had" bindblur="had" bindconfirm="had" bindchange="had"/>',
    }),
  )
  type('#i', 'ab')
  getField(find('#i')).dispatchEvent(
    new device.window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
  )
  getField(find('#i')).blur()
  await waitFor(() => expect(logged()).toHaveLength(4))
  expect(logged()).toEqual([
    ['focus', { value: '', height: 0 }],
    ['input', { value: 'ab', cursor: 2, keyCode: 0 }],
    ['confirm', { value: 'ab' }],
    ['blur', { value: 'ab', cursor: 2 }],
  ])
})

test('Enter in a textarea does not confirm', async () => {
  const { device, find, logged } = await run(
    createPage({ js: JS, wxml: '<textarea id="i" bindconfirm="had" bindblur="had" focus/>' }),
  )
  getField(find('#i')).dispatchEvent(new device.window.KeyboardEvent('keydown', { key: 'Enter' }))
  getField(find('#i')).blur()
  await waitFor(() => expect(logged()).toEqual([['blur', { value: '', cursor: 0 }]]))
})

test('an input accepts 140 characters unless the page sets another maxlength', async () => {
  const { find, type } = await run(
    createPage({ js: JS, wxml: '<input id="a"/><input id="b" maxlength="3"/><input id="c" maxlength="{{-1}}"/>' }),
  )
  for (const id of ['#a', '#b', '#c']) type(id, 'x'.repeat(200))
  expect(['#a', '#b', '#c'].map((id) => getField(find(id)).value.length)).toEqual([140, 3, 200])
})

test('an input has keyboard type, password, placeholder and disabled', async () => {
  const { device, find, type } = await run(
    createPage({
      wxml: '<input id="a" type="number" placeholder="p"/><input id="b" password/><input id="c" disabled/><input id="d" type="nickname"/>',
    }),
  )
  expect([getField(find('#a')).inputMode, getField(find('#a')).placeholder, getField(find('#b')).type]).toEqual([
    'numeric',
    'p',
    'password',
  ])
  expect(() => type('#c', 'x')).toThrow('disabled')
  expect((await device.report()).missing).toEqual(['<input type="nickname">'])
})

test('focus is taken once, not again at a later change of value, and given up on false', async () => {
  const { device, find, tap } = await run(
    createPage({
      js: JS,
      wxml: '<input id="i" focus="{{f}}" value="{{v}}"/><view id="set" bindtap="set"/><view id="leave" bindtap="leave"/>',
    }),
  )
  const { document } = device.window
  await waitFor(() => expect(document.activeElement).toBe(getField(find('#i'))))
  getField(find('#i')).blur()
  tap('#set')
  await waitFor(() => expect(getField(find('#i')).value).toBe('set'))
  expect(document.activeElement).toBe(document.body)
  getField(find('#i')).focus()
  tap('#leave')
  await waitFor(() => expect(document.activeElement).toBe(document.body))
})

test('model:value writes the user’s text into the data', async () => {
  const { text, type } = await run(
    createPage({ js: JS, wxml: '<input id="i" model:value="{{v}}"/><view id="v">{{v}}</view>' }),
  )
  type('#i', 'typed')
  await waitFor(() => expect(text('#v')).toBe('typed'))
})

test('placeholder-style reaches the placeholder with the three properties that WeChat reads', async () => {
  const style = 'color: var(--mine, red); font-size:17px; background: blue'
  const { find, expectClean } = await run(
    createPage({ js: JS, wxml: `<input id="i" placeholder="p" placeholder-style="${style}"/>` }),
  )
  const { style: shown } = getField(find('#i'))
  expect(shown.getPropertyValue('--placeholder-color')).toBe('var(--mine, red)')
  expect(shown.getPropertyValue('--placeholder-font-size')).toBe('17px')
  expect(shown).toHaveLength(2)
  await expectClean()
})

describe('a field for a code', () => {
  const files = createPage({
    js: 'Page({ had(e) { console.info(e.detail) } })',
    wxml: '<input id="code" type="number" maxlength="{{6}}" bindinput="had"/><input id="text" bindinput="had"/>',
  })
  const getOffer = (window: Window) => window.document.querySelector('.weapp-keyboard button') as HTMLElement | null

  test.each([
    ['a', true],
    [' ', true],
    ['7', false],
  ])('has no key for “%s”: %s', async (data, isMissing) => {
    const { device, find } = await run(files)
    const { InputEvent } = device.window
    const press = (id: string) => {
      const event = new InputEvent('beforeinput', { inputType: 'insertText', data, cancelable: true })
      getField(find(id)).dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([press('#code'), press('#text')]).toEqual([isMissing, false])
  })

  test('takes what is pasted, whatever it is', async () => {
    const { device, find } = await run(files)
    const init = { inputType: 'insertFromPaste', data: 'a', cancelable: true }
    const event = new device.window.InputEvent('beforeinput', init)
    getField(find('#code')).dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })

  test('is offered a received code by the keyboard while it has the focus, and gets it at once', async () => {
    const { device, find, logged, expectClean } = await run(files)
    await device.receiveCode('2468101214')
    expect(getOffer(device.window as unknown as Window)).toBeNull()
    getField(find('#text')).focus()
    expect(getOffer(device.window as unknown as Window)).toBeNull()
    getField(find('#code')).focus()
    const offer = getOffer(device.window as unknown as Window)
    expect(offer?.textContent).toContain('2468101214')
    offer?.click()
    await waitFor(() => expect(logged()).toEqual([{ value: '246810', cursor: 6, keyCode: 0 }]))
    expect(getField(find('#code')).value).toBe('246810')
    expect(getOffer(device.window as unknown as Window)).toBeNull()
    await expectClean()
  })

  test('is offered the newest code, also one that arrives while it has the focus', async () => {
    const { device, find } = await run(files)
    getField(find('#code')).focus()
    for (const code of ['111111', '222222']) await device.receiveCode(code)
    expect(getOffer(device.window as unknown as Window)?.textContent).toContain('222222')
    getField(find('#code')).blur()
    expect(getOffer(device.window as unknown as Window)).toBeNull()
  })
})
