export default defineAppConfig({
  pages: ['pages/standard/index', 'pages/custom/index', 'pages/headless/index', 'pages/nutui/index'],
  // WeChat loads only the components of the page that opens.
  lazyCodeLoading: 'requiredComponents',
  // What WeChat draws around the pages follows dark mode, by the variables in theme.json.
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '本机号码登录',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@back',
    backgroundTextStyle: '@loading',
  },
})
