import { resolvePath } from '../../src/logic/paths'

test.each([
  ['pages/a/a', './b', 'pages/a/b'],
  ['pages/a/a', '../../lib/c.js', 'lib/c'],
  ['pages/a/a', '/lib/c', 'lib/c'],
  ['app', 'lib/../d', 'd'],
])('from %s, the path %s resolves to %s', (from, name, path) => {
  expect(resolvePath(from, name)).toBe(path)
})
