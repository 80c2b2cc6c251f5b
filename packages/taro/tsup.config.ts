import { copyFile } from 'node:fs/promises'
import { library } from '../../tsup.base'

export default library(['index', 'https', 'vendor', 'locale/en', 'locale/zh-hk', 'locale/zh-tw'], 'es2018', {
  external: [/^react/, /^@tarojs\//, /^zustand/],
  onSuccess: () => copyFile('src/style.css', 'dist/style.css'),
})
