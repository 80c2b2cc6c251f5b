// Taro plugin for mini-program builds. Taro's WXML templates drop the image's referrer policy, without which the platform
// refuses with 111034 [S 2.3], and the attributes for screen readers. Add it to `plugins` of the app's Taro configuration.
const path = require('node:path')
const attributes = require('./attributes.json')
const createAppStyle = require('./vite-app-style')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      // H5 has no templates.
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.mjs'))
      // Without it the component's build fails, see src/plugin-check.ts.
      platform.config.defineConstants = { ...platform.config.defineConstants, LOCAL_NUMBER_TARO_PLUGIN: 'true' }
    },
  })
  // Taro 3.6 does not know this hook.
  ctx.modifyViteConfig?.(({ viteConfig, viteCompilerContext }) => {
    viteConfig.plugins.push(createAppStyle(viteCompilerContext))
  })
}
