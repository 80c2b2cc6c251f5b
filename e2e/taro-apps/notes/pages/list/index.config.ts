export default definePageConfig({ navigationBarTitleText: '我的便签' })
