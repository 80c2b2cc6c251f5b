// The handset that the demo uses, and what a person can do on it.
import { Text, View } from '@tarojs/components'
import { formatNumber } from '../demo/format-number'
import { type Handset, setNetwork } from '../demo/handsets'
import { Tap } from '../demo/tap'
import type { Demo } from '../demo/use-demo'
import { fillField } from './fill-field'
import { getPanelTexts } from './panel-texts'

export function HandsetRows({ demo, handset }: { readonly demo: Demo; readonly handset: Handset }) {
  const { handsets, choose, reload, prefill, settings, switches } = demo
  const texts = getPanelTexts(switches)
  const { id, msisdn, network } = handset
  const onWifi = network === 'wifi'
  const toggleWifi = () => {
    setNetwork(settings.carrierOrigin, id, onWifi ? '5g' : 'wifi').then(reload, reload)
  }
  return (
    <View className="demo-row">
      <View className="demo-head">
        <Text className="demo-label">{texts.handset}</Text>
        <Text className="demo-number">{msisdn ? formatNumber(msisdn) : texts.noNumber}</Text>
      </View>
      <View className="demo-chips">
        {handsets.map((each) => (
          <Tap key={each.id} className="demo-chip" pressed={each.id === id} onTap={() => choose(each.id)}>
            {each.label}
          </Tap>
        ))}
      </View>
      <View className="demo-actions">
        <Tap className="demo-action" onTap={toggleWifi}>
          {onWifi ? texts.wifi.off : texts.wifi.on}
        </Tap>
        {msisdn && (
          <Tap className="demo-action" onTap={() => fillField(msisdn) || prefill(msisdn)}>
            {texts.prefill}
          </Tap>
        )}
      </View>
    </View>
  )
}
