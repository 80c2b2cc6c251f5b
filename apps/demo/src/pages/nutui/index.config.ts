export default definePageConfig({ navigationBarTitleText: 'NutUI 风格' })
