// Taro's build of the demo. A mini-program cannot fetch its settings, so they are constants of the build.
import { defineConfig } from '@tarojs/cli'
import type { IMiniAppConfig } from '@tarojs/taro/types/compile'
import { readDemoSettings } from './demo-settings'

/** Keeps licenses in their scripts: separate files would only make the package larger. */
const keepLicensesInside: IMiniAppConfig['webpackChain'] = (chain) => {
  // Watch builds are not minified.
  if (chain.get('mode') !== 'production') return
  chain.optimization.minimizer('terserPlugin').tap(([options]) => {
    const terserOptions = { ...options.terserOptions, output: { ...options.terserOptions.output, comments: 'some' } }
    return [{ ...options, terserOptions, extractComments: false }]
  })
}

const MODERN_MODULES = /node_modules[\\/](?:query-string|decode-uri-component|filter-obj|split-on-first)[\\/]/

// biome-ignore lint/suspicious/noExplicitAny: Taro's own signature wants the compiler's options spelled out.
export default defineConfig<any>(async (_merge, { mode }) => ({
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
    DEMO_SETTINGS: JSON.stringify(readDemoSettings(process.env)),
  },
  mini: {
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain: keepLicensesInside,
  },
  h5: {
    // The development server serves from its root; a build works in any folder.
    publicPath: mode === 'development' ? '/' : './',
    // What Taro's router depends on is published for newer browsers than `browserslist` in package.json.
    compile: { include: [(file: string) => MODERN_MODULES.test(file)] },
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // `npm run dev`: the stack knows the ports of its servers.
    devServer: {
      host: '127.0.0.1',
      open: false,
      proxy: [{ context: ['/demo-settings.json'], target: `http://127.0.0.1:${process.env.DEMO_PORT || 8080}` }],
    },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} } },
  },
}))
