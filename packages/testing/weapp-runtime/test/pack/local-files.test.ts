import { listLocalFiles } from '../../src/pack/local-files'
import { createPage, run } from '../support/run'

test.each([
  ['a background', '.a { background-image: url(/a.png) }', '/a.png'],
  ['a background in short', '.a { background: red url("../a b.png") no-repeat }', '../a b.png'],
  ['a font', `@font-face { font-family: f; src: url('f.ttf') }`, 'f.ttf'],
  ['a border', '.a { border-image: url(a.png) 30 }', 'a.png'],
])('%s from the package is a warning, as WeChat does not load it', async (_, wxss, url) => {
  const { device } = await run(createPage({ wxss: `\n${wxss}` }))
  expect((await device.report()).warnings).toEqual([`pages/one/one.wxss:2: 本地资源图片无法通过 WXSS 获取: ${url}`])
})

test('addresses of the network, data and fragments are no warnings', () => {
  const urls = ['https://a.example/a.png', 'HTTP://a.example/a', '//a.example/a', 'data:image/png;base64,AA', '#clip']
  expect(listLocalFiles({ a: urls.map((url) => `.a{background:url("${url}")}`).join('') })).toEqual([])
})
