// Which workspace may import which. `npm run lint` fails on anything else.

/** What each folder's sources may import of this repository, by folder. */
const LAYERS = {
  'packages/protocol': [],
  'packages/service-kit': [],
  'packages/rsa': [],
  'packages/jssdk': ['packages/protocol'],
  'packages/login': ['packages/protocol', 'packages/jssdk'],
  'packages/taro': ['packages/protocol', 'packages/jssdk', 'packages/login'],
  'packages/server': ['packages/protocol', 'packages/rsa', 'packages/service-kit'],
  'packages/testing/simulator-contract': ['packages/protocol'],
  'packages/testing/simulator': ['packages/protocol', 'packages/service-kit', 'packages/testing/simulator-contract'],
  'packages/testing/console': ['packages/protocol', 'packages/testing/simulator-contract'],
  'packages/testing/conformance': [
    'packages/protocol',
    'packages/service-kit',
    'packages/testing/simulator-contract',
    'packages/testing/weapp-runtime',
  ],
  'packages/testing/weapp-runtime': [],
  'apps/backend': ['packages/server', 'packages/rsa', 'packages/protocol', 'packages/service-kit'],
  'apps/cloud-function': ['packages/server'],
  'apps/demo': ['packages/taro'],
  'apps/stack': [
    'apps/backend',
    'packages/testing/simulator',
    'packages/jssdk',
    'packages/login',
    'packages/protocol',
    'packages/service-kit',
    'packages/testing/weapp-runtime',
  ],
}

const layerRules = Object.entries(LAYERS).map(([folder, allowed]) => ({
  name: `${folder}-layer`,
  comment: `${folder} may import only: ${allowed.join(', ') || 'nothing of this repository'}`,
  severity: 'error',
  from: { path: `^${folder}/(src|scripts)/` },
  to: {
    path: ['^(packages|apps)/', '^node_modules/@local-number/'],
    pathNot: [folder, ...allowed].map((name) => `^${name}/`),
  },
}))

/** The simulator's folders in their import order: each may import those before it. Files outside of them come last. */
const SIMULATOR_FOLDERS = [
  'common', // errors, hosts, addresses, messages before they are checked
  'crypto', // keys, signatures, decryption
  'storage', // SQLite
  'trace', // masking and recording
  'schemas', // what requests, files and variables may contain
  'state', // apps, handsets, faults, clock
  'platform', // the carrier's decisions
  'http', // what all listeners share
  'faults', // faults on the wire
  'carrier', // gateway, the three calls
  'lines', // ports
  'admin', // admin API and console
]

const simulatorFolders = SIMULATOR_FOLDERS.map((folder, index) => {
  const allowed = SIMULATOR_FOLDERS.slice(0, index + 1)
  return {
    name: `simulator-${folder}-folder`,
    comment: `in the simulator, ${folder}/ may import only: ${allowed.join(', ')}`,
    severity: 'error',
    from: { path: `^packages/testing/simulator/src/${folder}/` },
    to: {
      path: '^packages/testing/simulator/src/',
      pathNot: `^packages/testing/simulator/src/(${allowed.join('|')})/`,
    },
  }
})

module.exports = {
  forbidden: [
    ...layerRules,
    ...simulatorFolders,
    {
      name: 'product-without-testing',
      comment: 'what users install does not import what tests it',
      severity: 'error',
      from: { path: '^packages/(?!testing/)[^/]+/src/' },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'protocol-imports-nothing',
      comment: 'packages/protocol is pure facts: no library, no Node, nothing of this repository',
      severity: 'error',
      from: { path: '^packages/protocol/src/' },
      to: { pathNot: '^packages/protocol/src/' },
    },
    {
      name: 'client-without-node',
      comment: 'what ends in a mini-program or a browser cannot import Node',
      severity: 'error',
      from: { path: '^packages/(jssdk|login|taro)/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'login-is-headless',
      comment: 'the machine knows neither React nor Taro',
      severity: 'error',
      from: { path: '^packages/(jssdk|login)/src/' },
      to: { path: ['node_modules/react', 'node_modules/@tarojs'] },
    },
    {
      name: 'the-login-store-is-vanilla',
      comment: 'zustand reaches the machine by its vanilla entry only',
      severity: 'error',
      from: { path: '^packages/login/src/' },
      to: { path: 'node_modules/zustand', pathNot: 'node_modules/zustand/(esm/)?vanilla' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^(packages|apps)/.*/src/' }, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '/src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    exclude: { path: ['/dist/', '/node_modules/.*/node_modules/'] },
    doNotFollow: { path: ['node_modules'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@local-number/source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
}
