export default definePageConfig({ navigationBarTitleText: '自定义其他方式' })
