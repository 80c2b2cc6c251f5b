// The demo's second half on the carrier's own lines: the line, the number to type, and the limit of DevTools.
import { Button, Text, View } from '@tarojs/components'
import { getSystemInfoSync } from '@tarojs/taro'
import { EditionChips } from './edition-chips'
import { formatNumber } from './format-number'
import type { Demo } from './use-demo'

export function CarrierPanel({ demo }: { readonly demo: Demo }) {
  const { settings, startOver } = demo
  const onTestLine = settings.line === 'test'
  const inDevTools = getSystemInfoSync().platform === 'devtools'
  return (
    <View className="demo-panel">
      <View className="demo-panel-head">
        <Text className="demo-panel-title">{onTestLine ? '运营商的测试线' : '运营商的生产线'}</Text>
        <Text className="demo-panel-number">
          {onTestLine ? formatNumber(settings.testPhone) : '输入这张 SIM 卡的号码'}
        </Text>
      </View>
      {inDevTools && (
        <View className="demo-warning">开发者工具的图片请求带 Referer，运营商不肯取号（111034）：请用真机。</View>
      )}
      <EditionChips demo={demo} />
      <View className="demo-row">
        <Button className="demo-action" onClick={startOver}>
          重新开始
        </Button>
      </View>
    </View>
  )
}
