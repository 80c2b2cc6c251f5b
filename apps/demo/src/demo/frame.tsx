// The frame of all pages: the app on a phone, and beside or below it the panel, which is no part of the app.
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Panel } from '../panel/panel'
import { toLandmark } from './landmark'
import { useNavigationBar } from './navigation-bar'
import type { PageName } from './pages'
import { toThemeClass } from './theme'
import { type Demo, useDemo } from './use-demo'

interface FrameProps {
  readonly page: PageName
  readonly children: (demo: Demo) => ReactNode
}

export function Frame({ page, children }: FrameProps) {
  const demo = useDemo()
  useNavigationBar(page, typeof demo === 'object' ? demo.switches : undefined)
  if (demo === 'loading') return <View className="demo-note">正在加载…</View>
  if (demo === 'unreachable') return <View className="demo-note">连接不上模拟运营商。请先运行 npm start。</View>
  // A component that fills the page is its main part itself.
  const isMain = page !== 'headless' && demo.switches.layout === 'page'
  return (
    <View className={`demo ${toThemeClass(demo.switches)}`}>
      <View className="demo-phone" {...(isMain ? {} : toLandmark('main'))}>
        <View key={demo.loginKey} className="demo-screen">
          {children(demo)}
        </View>
      </View>
      <Panel page={page} demo={demo} />
    </View>
  )
}
