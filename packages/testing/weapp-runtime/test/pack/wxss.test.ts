import { toCss } from '../../src/pack/wxss'
import { applyScope } from '../../src/style-scope'

const convert = (wxss: string) => applyScope(toCss('a', { a: wxss }), undefined)

test.each([
  ['rpx is a share of the window', '.a{width:750rpx;margin:-1.5rpx 2px}', '.a{width:100vw;margin:-0.2vw 2px}'],
  ['also in media queries', '@media (min-width: 75rpx){.a{left:0}}', '@media (min-width: 10vw){.a{left:0}}'],
  ['page is the page’s box', 'page{color:red}', '[data-page]{color:red}'],
  [
    'a tag is what it is rendered as',
    'view>text,.a swiper:not(own-tag),view::after{left:0}',
    'wx-view>wx-text,.a wx-swiper:not(wx-own-tag),wx-view::after{left:0}',
  ],
  [
    'words that are no tags stay',
    '[data-a="x view"]:nth-child(odd) .view{left:0}',
    '[data-a="x view"]:nth-child(odd) .view{left:0}',
  ],
  ['an id is found behind the framework’s prefix', '#it .a{left:0}', ':is(#it,[id$="--it"]) .a{left:0}'],
  ['keyframes keep their words', '@keyframes k{from{left:75rpx}to{left:0}}', '@keyframes k{from{left:10vw}to{left:0}}'],
])('%s', (_name, wxss, expected) => {
  expect(convert(wxss)).toBe(expected)
})

test('imports are replaced by the file, relative or from the root', () => {
  const files = {
    'pages/a': '@import "./b.wxss";\n@import "/lib/c";\n.a{}',
    'pages/b': '.b{width:7.5rpx}',
    'lib/c': '@import "../pages/d.wxss";',
    'pages/d': '.d{}',
  }
  expect(applyScope(toCss('pages/a', files), undefined).replace(/\s/g, '')).toBe('.b{width:1vw}.d{}.a{}')
})

test.each([
  ['a style that does not parse', { a: '.a{\n\n' }, 'a.wxss:1: Unclosed block'],
  ['an import that is missing', { a: '@import "b";' }, 'b.wxss is imported but missing'],
  ['an import of an import that leads back', { a: '@import "b";', b: '@import "a";' }, 'a.wxss imports itself'],
])('%s is refused with the name of the file', (_name, files, message) => {
  expect(() => toCss('a', files)).toThrow(expect.objectContaining({ code: 'badStyle', message }))
})

test('a component’s scope is added to its classes and to :host', () => {
  expect(applyScope(toCss('a', { a: ':host{left:0}.a.b>view .c:not(.d){left:.5rpx}' }), 'x')).toBe(
    '[wx-host="x"]{left:0}.x--a.x--b>wx-view .x--c:not(.x--d){left:0.0667vw}',
  )
})
