App({
  globalData: { visits: 0, server: '' },
  onLaunch({ query }) {
    if (query.server) this.globalData.server = decodeURIComponent(query.server)
  },
})
