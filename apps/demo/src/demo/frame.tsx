// The frame of both pages: waits for the servers, and says what to start when they do not answer.
import { Button, View } from '@tarojs/components'
import { navigateBack, navigateTo } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { CarrierPanel } from './carrier-panel'
import { HandsetPanel } from './handset-panel'
import { type Demo, useDemo } from './use-demo'

interface FrameProps {
  readonly other: 'standard' | 'custom'
  readonly children: (demo: Demo) => ReactNode
}

const OTHER = {
  custom: {
    label: '看看自定义的其他方式',
    go: ({ handset, contract }: Demo) =>
      navigateTo({ url: `/pages/custom/index?handset=${handset?.id ?? ''}&edition=${contract}` }),
  },
  standard: { label: '返回标准登录', go: () => navigateBack() },
} as const

export function Frame({ other, children }: FrameProps) {
  const demo = useDemo()
  if (demo === 'loading') return <View className="demo-note">正在加载…</View>
  if (demo === 'unreachable') return <View className="demo-note">连接不上模拟运营商。请先运行 npm start。</View>
  return (
    <View className="demo">
      <View className="demo-column">
        <View className="demo-card">{children(demo)}</View>
        {demo.handset ? <HandsetPanel demo={demo} handset={demo.handset} /> : <CarrierPanel demo={demo} />}
        <Button className="demo-other" onClick={() => OTHER[other].go(demo)}>
          {OTHER[other].label}
        </Button>
      </View>
    </View>
  )
}
