// The floors of the house: what each workspace may import. `npm run lint` fails on anything else.
const floors = {
  protocol: [],
  rsa: [],
  jssdk: ['protocol'],
  login: ['protocol', 'jssdk'],
  taro: ['protocol', 'jssdk', 'login'],
  server: ['protocol', 'rsa'],
  simulator: ['protocol'],
  conformance: ['protocol'],
  'weapp-runtime': [],
}
const apps = {
  backend: ['server', 'rsa', 'protocol'],
  'cloud-function': ['server'],
  demo: ['taro'],
  stack: ['backend', 'simulator', 'jssdk', 'login', 'protocol'],
}

/** Everything of the house but the workspace itself and what it may stand on. */
const elsewhere = (self, allowed) => ({
  path: ['^(packages|apps)/', '^node_modules/@local-number/'],
  pathNot: [`^${self}/`, ...allowed.map((name) => `^packages/${name}/`), ...allowed.map((name) => `^apps/${name}/`)],
})

const rule = (root, allowedByName) =>
  Object.entries(allowedByName).map(([name, allowed]) => ({
    name: `${root}-${name}-floor`,
    comment: `${root}/${name} may import only: ${allowed.join(', ') || 'nothing of the house'}`,
    severity: 'error',
    from: { path: `^${root}/${name}/(src|scripts)/` },
    to: elsewhere(`${root}/${name}`, allowed),
  }))

module.exports = {
  forbidden: [
    ...rule('packages', floors),
    ...rule('apps', apps),
    {
      name: 'protocol-imports-nothing',
      comment: 'packages/protocol is pure facts: no library, no Node, nothing of the house',
      severity: 'error',
      from: { path: '^packages/protocol/src/' },
      to: { pathNot: '^packages/protocol/src/' },
    },
    {
      name: 'console-talks-over-the-contract',
      comment: 'the console is a page: of the simulator it knows the shapes of the admin API and nothing else',
      severity: 'error',
      from: { path: '^packages/simulator/console/' },
      to: {
        path: '^(packages|apps)/',
        pathNot: ['^packages/simulator/(console|src/contract)/', '^packages/protocol/'],
      },
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
    { name: 'no-cycles', severity: 'error', from: { path: '^(packages|apps)/[^/]+/src/' }, to: { circular: true } },
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
