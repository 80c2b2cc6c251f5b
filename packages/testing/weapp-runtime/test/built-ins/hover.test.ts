import { createPage, run, waitFor } from '../support/run'

const JS = `Page({ data: { label: 'a' }, change() { this.setData({ label: 'b' }) } })`
const WXSS = '.pressed { opacity: 0.5 }'

test.each([
  ['view', ''],
  ['button', ''],
  ['navigator', 'open-type="navigateBack"'],
])('a %s has its hover-class while it is pressed', async (tag, more) => {
  const wxml = `<${tag} ${more} id="t" class="{{label}}" hover-class="pressed" hover-start-time="0" hover-stay-time="0" bindtap="change">x</${tag}>`
  const { device, find, expectClean } = await run(createPage({ js: JS, wxml, wxss: WXSS }))
  const { window } = device
  const send = (type: string) =>
    find('#t').dispatchEvent(new window.MouseEvent(type, { bubbles: true, composed: true }))
  const readOpacity = () => window.getComputedStyle(find('#t')).opacity
  expect(readOpacity()).not.toBe('0.5')
  send('mousedown')
  await waitFor(() => expect(readOpacity()).toBe('0.5'))
  send('mouseup')
  await waitFor(() => expect(readOpacity()).not.toBe('0.5'))
  await waitFor(() => expect(find('#t').className).toContain('b'))
  await expectClean()
})

test('hover-stop-propagation keeps the elements around from being pressed, none and disabled are not pressed', async () => {
  const hover = 'hover-start-time="0" hover-class="pressed"'
  const wxml = `<view id="out" ${hover}><view id="in" ${hover} hover-stop-propagation>x</view></view>
    <view id="none" hover-class="none" hover-start-time="0">x</view><button id="off" disabled ${hover}>x</button>`
  const { device, find } = await run(createPage({ js: JS, wxml, wxss: WXSS }))
  const { window } = device
  for (const id of ['#none', '#off', '#in']) {
    find(id).dispatchEvent(new window.MouseEvent('mousedown', { bubbles: true, composed: true }))
  }
  await waitFor(() => expect(window.getComputedStyle(find('#in')).opacity).toBe('0.5'))
  for (const id of ['#none', '#off', '#out']) expect(window.getComputedStyle(find(id)).opacity).not.toBe('0.5')
})
