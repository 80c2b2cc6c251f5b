// Taro's vite builds put the style sheets of packages into chunks of their own, which only the app's style sheet
// imports. An app whose own `app.css` is missing or empty, as in Taro's template, gets none, and the login no looks.
/** @param context Taro's own description of a mini-program's build; that of an H5 build has no common chunks */
module.exports = ({ fileType, commonChunks }) => ({
  name: 'local-number:app-style',
  generateBundle(_options, bundle) {
    if (!fileType || !commonChunks) return
    const fileNames = Object.values(bundle).map(({ fileName }) => fileName)
    const appStyle = `app${fileType.style}`
    const chunks = commonChunks.map((chunk) => chunk + fileType.style).filter((name) => fileNames.includes(name))
    if (fileNames.includes(appStyle) || chunks.length === 0) return
    const source = chunks.map((name) => `@import "${name}";\n`).join('')
    this.emitFile({ type: 'asset', fileName: appStyle, source })
  },
})
