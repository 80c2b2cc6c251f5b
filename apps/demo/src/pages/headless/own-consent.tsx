// The consent of the own view. The carrier's terms must be linked, and the box must not be ticked beforehand.
import { CARRIER_TERMS, type LocalNumberLoginHandle } from '@local-number/taro'
import { Text, View } from '@tarojs/components'
import { setClipboardData } from '@tarojs/taro'
import { useState } from 'react'
import { Tap } from '../../demo/tap'

interface OwnConsentProps {
  readonly login: LocalNumberLoginHandle
  readonly agreed: boolean
}

export function OwnConsent({ login, agreed }: OwnConsentProps) {
  const [missed, setMissed] = useState(false)
  const goOn = () => {
    if (agreed) login.agree()
    else setMissed(true)
  }
  return (
    <View className="own-view">
      <Text className="own-title">不用验证码，{'\n'}SIM 卡认得您。</Text>
      <Text className="own-text">由中国移动核验本机号码。</Text>
      <Tap className="own-check" pressed={agreed} onTap={() => login.setAgreed(!agreed)}>
        <Text className={agreed ? 'own-box own-box-on' : 'own-box'}>{agreed ? '✓' : ''}</Text>
        <Text className="own-check-text">我已阅读并同意以下条款，授权核验本机号码</Text>
      </Tap>
      <Tap className="own-link" onTap={openTerms}>
        {`《${CARRIER_TERMS.title}》`}
      </Tap>
      <Text className="own-problem">{missed && !agreed ? '请先勾选上面的条款' : ''}</Text>
      <Tap className="own-button" onTap={goOn}>
        本机号码登录
      </Tap>
    </View>
  )
}

/** Mini-programs cannot open foreign pages, so they copy the link. */
function openTerms(): void {
  if (process.env.TARO_ENV === 'h5') window.open(CARRIER_TERMS.url, '_blank', 'noopener')
  else void setClipboardData({ data: CARRIER_TERMS.url })
}
