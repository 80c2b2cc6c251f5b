// Taro's build of the small apps of the tests: TARO_APP names the app, a folder beside this one.
import { defineConfig } from '@tarojs/cli'

const { TARO_APP: app, TARO_ENV: platform } = process.env
if (!app) throw new Error('TARO_APP is missing: name the app to build, a folder of e2e/taro-apps')

/** Apps with the component. */
const WITH_PLUGIN = ['component', 'integrations']

// biome-ignore lint/suspicious/noExplicitAny: Taro's own signature wants the compiler's options spelled out.
export default defineConfig<any>(async () => ({
  projectName: app,
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: app,
  outputRoot: `dist/${app}/${platform}`,
  plugins: WITH_PLUGIN.includes(app) ? ['@local-number/taro/taro-plugin'] : [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: { postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } } },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} } },
  },
}))
