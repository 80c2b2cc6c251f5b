import { collectTags } from '../../src/pack/tags'

test('attributes of built-in tags are collected without those of the framework', () => {
  const { attributes } = collectTags([
    '<input value="{{a}}" placeholder-class="p" bindinput="x" data-a="b" class="c" wx:if="{{a}}" model:name="{{n}}" mark:m="1"/>',
    '<input type="text"/><own some="thing"/>',
  ])
  expect(attributes).toEqual({ input: ['value', 'placeholderClass', 'name', 'type'] })
})

test('tags that belong neither to WeChat nor to the framework are unknown', () => {
  expect(collectTags(['<block><own/><view/><slot/></block><template is="x"/><wxs module="m"/>']).unknown).toEqual([
    'own',
  ])
})

test('a comparison in a binding or in WXS does not count as a tag', () => {
  const { attributes, unknown } = collectTags([
    '<view>{{ a<b ? 1 : 2 }}</view><wxs module="m">if (i<n && "x">y) {}</wxs><image src="{{a<b}}"/>',
  ])
  expect({ attributes, unknown }).toEqual({ attributes: { view: [], image: ['src'] }, unknown: [] })
})
