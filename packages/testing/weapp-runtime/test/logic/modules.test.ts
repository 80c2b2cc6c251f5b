import { createPage, run } from '../support/run'

test('a file runs once, also when files require each other', async () => {
  const files = createPage(
    { js: `console.info(require('../../a').name, require('../../b').ofA); Page({})` },
    {
      'a.js': `console.info('a runs'); exports.name = 'a'; exports.b = require('./b')`,
      'b.js': `exports.ofA = require('./a').name`,
    },
  )
  const { logged } = await run(files)
  expect(logged()).toEqual(['a runs', ['a', 'a']])
})
