import { listFeatures } from '../../src/pack/features'
import { createPage, run } from '../support/run'

const WXS = '<wxs module="m">module.exports = { tap: function () {} }</wxs>'

test.each([
  ['bindtap="{{m.tap}}"', '<view bindtap> with a WXS function'],
  ['catch:touchmove="{{m.tap}}"', '<view catch:touchmove> with a WXS function'],
  ['capture-bind:tap="{{on ? m.tap : m.none}}"', '<view capture-bind:tap> with a WXS function'],
  [`mut-bind:tap="{{m['tap']}}"`, '<view mut-bind:tap> with a WXS function'],
  ['change:prop="{{m.tap}}" prop="{{x}}"', '<view change:prop>'],
  ['worklet:onscroll="f"', '<view worklet:onscroll>'],
])('<view %s> is reported once it is rendered', async (attribute, feature) => {
  const { device } = await run(createPage({ wxml: `${WXS}{{a<b}}<view ${attribute}/>` }))
  expect((await device.report()).missing).toEqual([feature])
})

test('a handler whose name is data, and one of another module’s name, are no WXS functions', () => {
  expect(listFeatures({ a: `${WXS}<view bindtap="{{tap}}" catchtap="{{item.m.tap}}" bindblur="m"/>` })).toEqual({})
})

test('a template counts for those that import or include it, and not for others', () => {
  const features = listFeatures({
    a: '<import src="./parts/b"/>',
    'parts/b': '<include src="/c.wxml"/>',
    c: '<view change:prop="{{m.f}}"/><include src="a"/>',
    d: '<view/>',
  })
  expect(features).toEqual({ a: ['<view change:prop>'], 'parts/b': ['<view change:prop>'], c: ['<view change:prop>'] })
})

test('a component that is never rendered is not reported', async () => {
  const files = { 'own.json': { component: true }, 'own.js': 'Component({})', 'own.wxml': '<view worklet:a="b"/>' }
  const { expectClean } = await run(createPage({ json: { usingComponents: { own: '/own' } } }, files))
  await expectClean()
})
