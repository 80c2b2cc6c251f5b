// On the carrier's own lines: the line, the number to type, and the limit of DevTools.
import { Text, View } from '@tarojs/components'
import { getSystemInfoSync } from '@tarojs/taro'
import { formatNumber } from '../demo/format-number'
import { Tap } from '../demo/tap'
import type { Demo } from '../demo/use-demo'
import { fillField } from './fill-field'
import { getPanelTexts } from './panel-texts'

export function CarrierRows({ demo: { settings, switches, prefill } }: { readonly demo: Demo }) {
  const { line, testPhone } = settings
  const onTestLine = line === 'test'
  const inDevTools = getSystemInfoSync().platform === 'devtools'
  return (
    <View className="demo-row">
      <View className="demo-head">
        <Text className="demo-label">{onTestLine ? '运营商的测试线' : '运营商的生产线'}</Text>
        <Text className="demo-number">{onTestLine ? formatNumber(testPhone) : '输入这张 SIM 卡的号码'}</Text>
      </View>
      {inDevTools && (
        <View className="demo-warning">开发者工具的图片请求带 Referer，运营商不肯取号（111034）：请用真机。</View>
      )}
      {onTestLine && (
        <View className="demo-actions">
          <Tap className="demo-action" onTap={() => fillField(testPhone) || prefill(testPhone)}>
            {getPanelTexts(switches).prefill}
          </Tap>
        </View>
      )}
    </View>
  )
}
