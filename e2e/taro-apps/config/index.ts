// Taro configuration of the apps in e2e/taro-apps. TARO_APP names the app to build.
import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'

const { TARO_APP: app, TARO_ENV: platform } = process.env
if (!app) throw new Error('TARO_APP is missing: name the app to build, a folder of e2e/taro-apps')

const OURS = '@local-number/taro/taro-plugin'
const DEVELOPMENT = resolve(__dirname, 'development.cjs')

interface AppSettings {
  readonly folder?: string
  readonly plugins: string[]
  /** Code that only subpackages use stays out of the main package. */
  readonly optimizeMainPackage?: { readonly enable: true }
}

/** Apps with plugins, and variants of apps. By default an app has its own folder and no plugins. */
const APPS: Readonly<Record<string, AppSettings>> = {
  component: { plugins: [OURS] },
  integrations: { plugins: [OURS] },
  'component-in-development': { folder: 'component', plugins: [OURS, DEVELOPMENT] },
  subpackage: { plugins: [OURS], optimizeMainPackage: { enable: true } },
  'component-without-plugin': { folder: 'component', plugins: [] },
}
const { folder = app, plugins = [], optimizeMainPackage } = APPS[app] ?? {}

// biome-ignore lint/suspicious/noExplicitAny: Taro's signature requires the compiler's option types.
export default defineConfig<any>(async () => ({
  projectName: app,
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: folder,
  outputRoot: `dist/${app}/${platform}`,
  plugins,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {
    optimizeMainPackage,
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} } },
  },
}))
