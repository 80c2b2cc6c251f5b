import { createPage, pack } from '../support/run'

const COMPONENTS = {
  'lib/c.json': { component: true },
  'pages/one/near.json': { component: true },
  'miniprogram_npm/pkg/c/index.json': { component: true },
}
const readUsingComponents = (name: string) =>
  pack(createPage({ json: { usingComponents: { own: name } } }, COMPONENTS)).json['pages/one/one']?.usingComponents

test.each([
  ['./near', '/pages/one/near'],
  ['near', '/pages/one/near'],
  ['../../lib/c', '/lib/c'],
  ['/lib/c', '/lib/c'],
  ['pkg/c/index', '/miniprogram_npm/pkg/c/index'],
])('usingComponents finds %s', (name, found) => {
  expect(readUsingComponents(name)).toEqual({ own: found })
})

test('a missing component is refused with file and tag', () => {
  expect(() => readUsingComponents('./none')).toThrow(
    expect.objectContaining({
      code: 'badJson',
      message: 'pages/one/one.json: usingComponents "own": no component at ./none',
    }),
  )
})

test('a component of a plugin is left out', () => {
  expect(readUsingComponents('plugin://p/c')).toEqual({})
})
