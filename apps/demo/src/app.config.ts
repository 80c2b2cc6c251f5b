export default defineAppConfig({
  pages: ['pages/standard/index', 'pages/custom/index'],
  window: {
    navigationBarTitleText: '本机号码登录',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f2f4f7',
  },
})
