// The bar that WeChat draws above the page, in the theme that the panel has chosen.
import { getAppBaseInfo, setNavigationBarColor } from '@tarojs/taro'
import { useEffect } from 'react'
import themes from '../theme.json'
import type { Switches } from './switches'

const FRONT_COLORS = { black: '#000000', white: '#ffffff' }

export function useNavigationBar(theme: Switches['theme'] | undefined): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp' || theme === undefined) return
    const { bar, barText } = themes[theme === 'auto' ? (getAppBaseInfo().theme ?? 'light') : theme]
    setNavigationBarColor({ frontColor: FRONT_COLORS[barText as 'black' | 'white'], backgroundColor: bar })
  }, [theme])
}
