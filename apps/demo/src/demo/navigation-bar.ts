// The bar that WeChat draws above the page, in the theme and the language that the panel has chosen.
import { getAppBaseInfo, setNavigationBarColor, setNavigationBarTitle } from '@tarojs/taro'
import { useEffect } from 'react'
import { SHOP_TEXTS } from '../shop/shop-texts'
import themes from '../theme.json'
import type { PageName } from './pages'
import type { Switches } from './switches'

const FRONT_COLORS = { black: '#000000', white: '#ffffff' }

export function useNavigationBar(page: PageName, { theme, lang }: Partial<Switches> = {}): void {
  // The other pages are in Chinese, as their titles are. In a browser, this is the title of the document.
  useEffect(() => {
    if (page === 'standard' && lang) setNavigationBarTitle({ title: SHOP_TEXTS[lang].title })
  }, [page, lang])
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp' || theme === undefined) return
    const { bar, barText } = themes[theme === 'auto' ? (getAppBaseInfo().theme ?? 'light') : theme]
    setNavigationBarColor({ frontColor: FRONT_COLORS[barText as 'black' | 'white'], backgroundColor: bar })
  }, [theme])
}
