// One switch: its label, and a button for each value.
import { Text, View } from '@tarojs/components'
import type { SwitchName } from '../demo/switches'
import { Tap } from '../demo/tap'
import type { Demo } from '../demo/use-demo'
import { getPanelTexts, listChoices } from './panel-texts'

export function SwitchRow({ name, demo: { switches, set } }: { readonly name: SwitchName; readonly demo: Demo }) {
  const texts = getPanelTexts(switches)
  const [title] = texts.switches[name]
  return (
    <View className="demo-row">
      <Text className="demo-label">{title}</Text>
      <View className="demo-chips">
        {listChoices(name, texts).map(({ value, label }) => (
          <Tap
            key={value}
            className={name === 'accent' ? `demo-chip demo-swatch shop-accent-${value}` : 'demo-chip'}
            pressed={switches[name] === value}
            label={`${title} ${label}`}
            onTap={() => set(name, value)}
          >
            {name === 'accent' ? <View className="demo-swatch-dot" /> : label}
          </Tap>
        ))}
      </View>
    </View>
  )
}
