// What a fresh Taro app installs besides the component: the packages of Taro's own template, and UI libraries.

/** The supported ends of the peer range. Taro 3.6's vite runner is not in the registry. */
export const TARO_VERSIONS = ['3.6.40', '4.2.0'] as const
export type TaroVersion = (typeof TARO_VERSIONS)[number]

/** All of one version. */
const TARO = [
  'cli',
  'components',
  'helper',
  'plugin-framework-react',
  'plugin-platform-h5',
  'plugin-platform-weapp',
  'react',
  'runtime',
  'shared',
  'taro',
  'webpack5-runner',
]

const COMMON = {
  '@babel/core': '^7.24.4',
  '@babel/preset-react': '^7.24.1',
  '@babel/runtime': '^7.24.4',
  '@types/react': '^18.0.0',
  '@pmmmwh/react-refresh-webpack-plugin': '^0.5.17',
  // `taro build` crashes with the older one that hoisting may give it.
  ajv: '^8.17.1',
  postcss: '^8.5.0',
  react: '18.3.1',
  'react-dom': '18.3.1',
  'react-refresh': '^0.14.2',
}

const OF_VERSION: Readonly<Record<TaroVersion, object>> = {
  '3.6.40': { webpack: '5.78.0' },
  '4.2.0': {
    '@tarojs/vite-runner': '4.2.0',
    '@vitejs/plugin-react': '^4.3.0',
    terser: '^5.30.4',
    vite: '^4.5.0',
    webpack: '5.91.0',
  },
}

const UI_LIBRARIES = { '@nutui/nutui-react-taro': '3.0.20', 'taro-ui': '3.3.2', sass: '1.77.8' }

/**
 * Taro 4.2.0 names bindings for machines other than Linux that were never published in its version. npm and pnpm leave
 * out what is optional and missing; yarn 1 gives up.
 */
const YARN_RESOLUTIONS: Readonly<Record<TaroVersion, object>> = {
  '3.6.40': {},
  '4.2.0': { '@tarojs/binding': '4.1.11' },
}

/** The app's `package.json`, without the component. */
export function createManifest(version: TaroVersion, { dialogs = false } = {}): object {
  const taro = Object.fromEntries(TARO.map((name) => [`@tarojs/${name}`, version]))
  const ui = dialogs ? UI_LIBRARIES : {}
  return {
    name: 'fresh-app',
    version: '1.0.0',
    private: true,
    resolutions: YARN_RESOLUTIONS[version],
    dependencies: { ...taro, 'babel-preset-taro': version, ...COMMON, ...OF_VERSION[version], ...ui },
  }
}
