// A Taro plugin for the tests: a development build that ends. Taro's own development build keeps watching.
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      platform.config.mode = 'development'
    },
  })
}
