export default definePageConfig({ navigationBarTitleText: '自定义备用登录' })
