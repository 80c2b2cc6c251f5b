// cspell:ignore bindsuccess binddaydream bindlongtap catchlongtap bindtouchforcechange bindlinechange binddragstart
// cspell:ignore bindscrolltolower scrolltoupper bindscrolltoupper
import { createPage, run, waitFor } from '../support/run'

test.each([
  ['<cover-view scroll-top="5">x</cover-view>', ['<cover-view scroll-top>']],
  ['<view animation="{{ {actions: []} }}"/>', ['<view animation>']],
  ['<input placeholder-class="p" placeholder-style="color: red"/>', ['<input placeholder-class>']],
  ['<input auto-focus confirm-type="send"/>', ['<input auto-focus>', '<input confirm-type>']],
  ['<input cursor="{{0}}" selection-start="0"/>', ['<input cursor>', '<input selection-start>']],
  ['<textarea auto-height/>', ['<textarea auto-height>']],
  ['<text overflow="ellipsis">x</text>', ['<text overflow>']],
  ['<text space="nbsp" decode>x</text>', ['<text decode>', '<text space>']],
  ['<input adjust-position="{{false}}"/>', ['<input adjust-position>']],
  ['<input confirm-hold="{{true}}" auto-fill="x"/>', ['<input auto-fill>', '<input confirm-hold>']],
  ['<input cursor-spacing="10" hold-keyboard="{{true}}"/>', ['<input cursor-spacing>', '<input hold-keyboard>']],
  ['<textarea show-confirm-bar="{{false}}" fixed/>', ['<textarea fixed>', '<textarea show-confirm-bar>']],
  ['<scroll-view enable-flex refresher-enabled/>', ['<scroll-view enable-flex>', '<scroll-view refresher-enabled>']],
  ['<scroll-view show-scrollbar="{{false}}"/>', ['<scroll-view show-scrollbar>']],
  ['<image lazy-load webp fade-in/>', ['<image fade-in>', '<image lazy-load>', '<image webp>']],
  ['<checkbox color="#f00"/>', ['<checkbox color>']],
  ['<switch type="checkbox"/>', ['<switch type>']],
  ['<form report-submit/>', ['<form report-submit>']],
  ['<navigator extra-data="{{ {a: 1} }}"/>', ['<navigator extra-data>']],
  ['<input model:cursor-color="{{v}}"/>', ['<input cursor-color>']],
])('attributes without effect are reported as missing: %s', async (wxml, missing) => {
  const { device } = await run(createPage({ js: `Page({ data: { v: 'red' } })`, wxml }))
  expect(await device.report()).toEqual({ missing, errors: [], warnings: [] })
})

test.each([
  ['<view bindlongpress="f"/>', ['<view bindlongpress>']],
  ['<view catchlongtap="f"/>', ['<view bindlongtap>']],
  ['<scroll-view bindscrolltolower="f"/>', ['<scroll-view bindscrolltolower>']],
  ['<scroll-view bind:scrolltoupper="f"/>', ['<scroll-view bindscrolltoupper>']],
  ['<view catch:touchforcechange="f"/>', ['<view bindtouchforcechange>']],
  ['<text capture-bind:longtap="f">x</text>', ['<text bindlongtap>']],
  ['<input bindkeyboardheightchange="f"/>', ['<input bindkeyboardheightchange>']],
  ['<textarea bindlinechange="f"/>', ['<textarea bindlinechange>']],
  ['<scroll-view bind:dragstart="f"/>', ['<scroll-view binddragstart>']],
  ['<navigator bindsuccess="f"/>', ['<navigator bindsuccess>']],
])('events that never happen are reported as missing: %s', async (wxml, missing) => {
  const { device } = await run(createPage({ js: `Page({ f() {} })`, wxml }))
  expect(await device.report()).toEqual({ missing, errors: [], warnings: [] })
})

test('an attribute is reported when it is rendered with a value, not before', async () => {
  const js = `Page({ data: { m: '' }, onReady() { this.setData({ m: '2' }) } })`
  const wxml = '<block wx:if="{{never}}"><text space="nbsp"/></block><text max-lines="{{m}}">x</text>'
  const { device } = await run(createPage({ js, wxml }))
  await waitFor(async () => expect((await device.report()).missing).toEqual(['<text max-lines>']))
})

test('values that are WeChat’s defaults, and attributes that WeChat does not know, are not reported', async () => {
  const wxml = `<view hover-class="none" hover-start-time="{{50}}" hover-stop-propagation="{{false}}" animation="{{undefined}}" foo="bar"/>
    <input placeholder-class="input-placeholder" cursor="{{-1}}" cursor-spacing="0" adjust-position="{{true}}" title="x"/>
    <scroll-view upper-threshold="50" show-scrollbar="{{true}}" enhanced="{{false}}" padding="{{[0, 0, 0, 0]}}"/>
    <scroll-view scroll-top="{{0}}" scroll-with-animation="{{false}}"/><text max-lines="{{0}}" decode="{{false}}"/>
    <button hover-class="button-hover" size="default" lang="en"/><switch color="#04BE02"/><view binddaydream="f"/>`
  const { expectClean } = await run(createPage({ wxml }))
  await expectClean()
})

test('the bindings of Taro’s templates are not reported: they list every event, whether the app listens or not', async () => {
  const wxml = '<view data-sid="s1" bindlongtap="eh" hover-class="none"/>'
  const { expectClean } = await run(createPage({ js: 'Page({ eh() {} })', wxml }))
  await expectClean()
})
