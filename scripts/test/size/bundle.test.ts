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
  'help.js': 'export const help = (wordsThatAreHeard) => [wordsThatAreHeard]\nexport const unused = "idle"',
}

test('a bundle holds all it needs but React and Taro, minified, for one platform', async () => {
  const text = String(await bundle(join(writeFolder(FILES), 'entry.js'), 'weapp'))
  const imports = [...text.matchAll(/from"([^"]+)"/g)].map(([, name]) => name)
  expect(imports.sort()).toEqual(['@tarojs/components', 'react', 'react/jsx-runtime'])
  expect(text).toContain('in WeChat')
  for (const left of ['in a browser', 'process.env', 'wordsThatAreHeard', 'idle']) expect(text).not.toContain(left)
})
