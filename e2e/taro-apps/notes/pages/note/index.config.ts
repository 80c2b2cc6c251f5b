export default definePageConfig({ navigationBarTitleText: '便签' })
