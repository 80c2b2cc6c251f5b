import { copyFile } from 'node:fs/promises'
import { library } from '../../tsup.base'

const LOCALES = ['locale/en', 'locale/zh-hk', 'locale/zh-tw']
const WAYS = ['sms', 'wechat']

const entries = [
  'index',
  'https',
  'vendor',
  ...LOCALES,
  ...WAYS.flatMap((way) => [way, ...LOCALES.map((locale) => `${way}/${locale}`)]),
]

export default library(entries, 'es2018', {
  external: [/^react/, /^@tarojs\//, /^zustand/],
  // The ways stand within the component: what they share with it has to be the same, in CommonJS, too.
  splitting: true,
  onSuccess: () => copyFile('src/style.css', 'dist/style.css'),
})
