import { onePage, packed } from '../support/run'

const component = {
  'lib/c.json': { component: true },
  'pages/one/near.json': { component: true },
  'miniprogram_npm/pkg/c/index.json': { component: true },
}
const using = (name: string) =>
  packed(onePage({ json: { usingComponents: { own: name } } }, component)).json['pages/one/one']?.usingComponents

test.each([
  ['./near', '/pages/one/near'],
  ['near', '/pages/one/near'],
  ['../../lib/c', '/lib/c'],
  ['/lib/c', '/lib/c'],
  ['pkg/c/index', '/miniprogram_npm/pkg/c/index'],
])('%s is found', (name, found) => {
  expect(using(name)).toEqual({ own: found })
})

test('a component that is nowhere is told with the file and the tag', () => {
  expect(() => using('./none')).toThrow(
    expect.objectContaining({
      code: 'badJson',
      message: 'pages/one/one.json: usingComponents "own": no component at ./none',
    }),
  )
})

test('a plugin’s is left out', () => {
  expect(using('plugin://p/c')).toEqual({})
})
