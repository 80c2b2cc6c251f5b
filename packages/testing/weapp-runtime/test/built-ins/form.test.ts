import { eventually, onePage, run } from '../support/run'

const JS = `Page({ send(e) { console.info(e.type, e.detail.value) } })`

test('a form sends what every named field holds, a switch too', async () => {
  const wxml = `<form bindsubmit="send">
    <input name="i" value="v"/><input value="no name"/><textarea name="t" value="w"/><switch name="s" checked/>
    <checkbox-group name="c"><checkbox value="1" checked/><checkbox value="2"/></checkbox-group>
    <radio-group name="r"><radio value="x"/><radio value="y" checked/></radio-group>
    <button id="b" form-type="submit"/></form>`
  const { logged, tap, clean } = await run(onePage({ js: JS, wxml }))
  tap('#b')
  await eventually(() => expect(logged()).toEqual([['submit', { i: 'v', t: 'w', s: true, c: ['1'], r: 'y' }]]))
  await clean()
})

test('a disabled button sends nothing', async () => {
  const wxml =
    '<form bindsubmit="send"><button id="off" form-type="submit" disabled/><button id="b" form-type="submit"/></form>'
  const { logged, tap } = await run(onePage({ js: JS, wxml }))
  tap('#off')
  tap('#b')
  await eventually(() => expect(logged()).toEqual([['submit', {}]]))
})

test('what buttons and forms cannot do here is missing by name', async () => {
  const wxml = '<form report-submit><button form-type="reset"/><button open-type="getPhoneNumber"/></form>'
  const { device } = await run(onePage({ wxml }))
  expect((await device.report()).missing).toEqual([
    '<button form-type="reset">',
    '<button open-type="getPhoneNumber">',
    '<form report-submit>',
  ])
})
