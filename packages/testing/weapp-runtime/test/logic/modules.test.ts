import { resolved } from '../../src/logic/modules'
import { onePage, run } from '../support/run'

test.each([
  ['pages/a/a', './b', 'pages/a/b'],
  ['pages/a/a', '../../lib/c.js', 'lib/c'],
  ['pages/a/a', '/lib/c', 'lib/c'],
  ['app', 'lib/../d', 'd'],
])('from %s, %s is %s', (from, name, path) => {
  expect(resolved(from, name)).toBe(path)
})

test('a file runs once, whoever asks for it, also in a circle', async () => {
  const files = onePage(
    { js: `console.info(require('../../a').name, require('../../b').ofA); Page({})` },
    {
      'a.js': `console.info('a runs'); exports.name = 'a'; exports.b = require('./b')`,
      'b.js': `exports.ofA = require('./a').name`,
    },
  )
  const { logged } = await run(files)
  expect(logged()).toEqual(['a runs', ['a', 'a']])
})
