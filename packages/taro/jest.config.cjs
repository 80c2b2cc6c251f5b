// The component against Taro's real H5 components in jsdom: no hand-written stand-ins.
const { shared, swc } = require('../../jest.base.cjs')

// Constants that a Taro build defines.
const taroBuild = Object.fromEntries(
  ['INNER_HTML', 'ADJACENT_HTML', 'SIZE_APIS', 'TEMPLATE_CONTENT', 'MUTATION_OBSERVER', 'CLONE_NODE', 'CONTAINS'].map(
    (api) => [`ENABLE_${api}`, true],
  ),
)

module.exports = {
  ...shared(__dirname),
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['@local-number/source', 'browser', 'require', 'default'] },
  setupFiles: ['<rootDir>/test/setup/taro-env.cjs'],
  setupFilesAfterEnv: ['<rootDir>/test/setup/patience.cjs'],
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  globals: { DEPRECATED_ADAPTER_COMPONENT: false, ...taroBuild },
  moduleNameMapper: {
    '^@tarojs/components$': '@tarojs/components/lib/react',
    '^@tarojs/taro$': '@tarojs/plugin-platform-h5/dist/runtime/apis',
    '\\.css$': '<rootDir>/test/setup/empty.cjs',
  },
  transformIgnorePatterns: [],
  transform: { '\\.[mc]?[jt]sx?$': ['@swc/jest', swc('es2020')] },
}
