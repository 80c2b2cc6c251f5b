export default defineAppConfig({
  pages: ['pages/standard/index', 'pages/custom/index', 'pages/headless/index', 'pages/nutui/index'],
  // WeChat loads only the components of the page that opens.
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '本机号码登录',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f2f4f7',
  },
})
