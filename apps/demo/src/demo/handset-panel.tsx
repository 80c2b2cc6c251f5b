// The demo's second half: the handset that the demo uses.
import { Button, Text, View } from '@tarojs/components'
import { EditionChips } from './edition-chips'
import { formatNumber } from './format-number'
import { type Handset, setNetwork } from './handsets'
import type { Demo } from './use-demo'

export function HandsetPanel({ demo, handset }: { readonly demo: Demo; readonly handset: Handset }) {
  const { handsets, choose, startOver, reload, settings } = demo
  const onWifi = handset.network === 'wifi'
  const toggleWifi = () => {
    setNetwork(settings.carrierOrigin, handset.id, onWifi ? '5g' : 'wifi').then(reload, reload)
  }
  return (
    <View className="demo-panel">
      <View className="demo-panel-head">
        <Text className="demo-panel-title">模拟手机</Text>
        <Text className="demo-panel-number">{handset.msisdn ? formatNumber(handset.msisdn) : '无号码'}</Text>
      </View>
      <View className="demo-chips">
        {handsets.map(({ id, label }) => (
          <Button
            key={id}
            className={id === handset.id ? 'demo-chip demo-chip-on' : 'demo-chip'}
            onClick={() => choose(id)}
          >
            {label}
          </Button>
        ))}
      </View>
      <View className="demo-panel-head demo-panel-next">
        <Text className="demo-panel-title">版本</Text>
      </View>
      <EditionChips demo={demo} />
      <View className="demo-row">
        <Button className="demo-action" onClick={toggleWifi}>
          {onWifi ? '关闭 WLAN' : '打开 WLAN'}
        </Button>
        <Button className="demo-action" onClick={startOver}>
          重新开始
        </Button>
      </View>
    </View>
  )
}
