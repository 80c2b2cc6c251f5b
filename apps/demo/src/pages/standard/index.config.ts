export default definePageConfig({ navigationBarTitleText: '本机号码登录' })
