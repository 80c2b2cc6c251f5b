export default defineAppConfig({
  pages: ['pages/index/index'],
  subPackages: [{ root: 'login', pages: ['pages/index/index'] }],
  preloadRule: { 'pages/index/index': { network: 'all', packages: ['login'] } },
})
