export default definePageConfig({ navigationBarTitleText: '自己画的界面' })
