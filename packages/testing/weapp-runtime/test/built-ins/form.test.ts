import { createPage, run, waitFor } from '../support/run'

const JS = `Page({ send(e) { console.info(e.type, e.detail.value) } })`

test('a form submits the value of every named field, including switches', async () => {
  const wxml = `<form bindsubmit="send">
    <input name="i" value="v"/><input value="no name"/><textarea name="t" value="w"/><switch name="s" checked/>
    <checkbox-group name="c"><checkbox value="1" checked/><checkbox value="2"/></checkbox-group>
    <radio-group name="r"><radio value="x"/><radio value="y" checked/></radio-group>
    <button id="b" form-type="submit"/></form>`
  const { logged, tap, expectClean } = await run(createPage({ js: JS, wxml }))
  tap('#b')
  await waitFor(() => expect(logged()).toEqual([['submit', { i: 'v', t: 'w', s: true, c: ['1'], r: 'y' }]]))
  await expectClean()
})

test('a disabled button does not submit the form', async () => {
  const wxml =
    '<form bindsubmit="send"><button id="off" form-type="submit" disabled/><button id="b" form-type="submit"/></form>'
  const { logged, tap } = await run(createPage({ js: JS, wxml }))
  tap('#off')
  tap('#b')
  await waitFor(() => expect(logged()).toEqual([['submit', {}]]))
})

test('unsupported features of buttons and forms are reported as missing by name', async () => {
  const wxml = '<form report-submit><button form-type="reset"/><button open-type="share"/></form>'
  const { device } = await run(createPage({ wxml }))
  expect((await device.report()).missing).toEqual([
    '<button form-type="reset">',
    '<button open-type="share">',
    '<form report-submit>',
  ])
})
