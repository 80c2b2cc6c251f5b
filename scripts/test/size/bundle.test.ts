import { join } from 'node:path'
import { bundle } from '../../size/bundle'
import { writeFolder } from '../mini-program/folder'

const FILES = {
  'entry.js': `
    import { View } from '@tarojs/components'
    import { useState } from 'react'
    import { jsx } from 'react/jsx-runtime'
    import { help } from './help.js'
    export const here = () => help(process.env.TARO_ENV === 'h5' ? 'in a browser' : 'in WeChat', View, useState, jsx)`,
  'help.js': 'export const help = (longParameterName) => [longParameterName]\nexport const unused = "idle"',
}

test('a bundle for one platform is minified and contains all dependencies except React and Taro', async () => {
  const text = String(await bundle({ [join(writeFolder(FILES), 'entry.js')]: '*' }, 'weapp'))
  const imports = [...text.matchAll(/from"([^"]+)"/g)].map(([, name]) => name)
  expect(imports.sort()).toEqual(['@tarojs/components', 'react', 'react/jsx-runtime'])
  expect(text).toContain('in WeChat')
  for (const removed of ['in a browser', 'process.env', 'longParameterName', 'idle'])
    expect(text).not.toContain(removed)
})

test('several entries are one bundle, which has what they share once, and only what is imported of each', async () => {
  const folder = writeFolder({
    'shared.js': 'export const shared = () => ["in both"]',
    'first.js': 'export { shared } from "./shared.js"\nexport const left = () => "left out"',
    'second.js': 'import { shared } from "./shared.js"\nexport const second = () => shared().concat("in one")',
  })
  const imports = { [join(folder, 'first.js')]: '{ shared }', [join(folder, 'second.js')]: '*' }
  const text = String(await bundle(imports, 'h5'))
  expect(text.split('in both')).toHaveLength(2)
  expect(text).toContain('in one')
  expect(text).not.toContain('left out')
})
