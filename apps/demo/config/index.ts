// Taro's build of the demo. The settings that a mini-program cannot fetch are constants of its build.
import { defineConfig } from '@tarojs/cli'
import type { IMiniAppConfig } from '@tarojs/taro/types/compile'
import { demoSettings } from './demo-settings'

/** Licences stay in the scripts they belong to: as files of their own they are dead weight in the package. */
const licencesInside: IMiniAppConfig['webpackChain'] = (chain) => {
  // A build for watching is not minified.
  if (chain.get('mode') !== 'production') return
  chain.optimization.minimizer('terserPlugin').tap(([options]) => {
    const terserOptions = { ...options.terserOptions, output: { ...options.terserOptions.output, comments: 'some' } }
    return [{ ...options, terserOptions, extractComments: false }]
  })
}

// biome-ignore lint/suspicious/noExplicitAny: Taro's own signature wants the compiler's options spelled out.
export default defineConfig<any>(async () => ({
  projectName: 'local-number-demo',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: ['@local-number/taro/taro-plugin'],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  defineConstants: {
    DEMO_SETTINGS: JSON.stringify(demoSettings(process.env)),
  },
  mini: {
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain: licencesInside,
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} } },
  },
}))
