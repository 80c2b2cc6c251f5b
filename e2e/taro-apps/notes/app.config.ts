export default defineAppConfig({
  pages: ['pages/list/index', 'pages/note/index'],
  window: { navigationBarTitleText: '便签', navigationBarBackgroundColor: '#264653', navigationBarTextStyle: 'white' },
})
