// A mock-up of another way: the number, and a code or a password. It is built from the component's own blocks, so that
// it looks like the rest of the login.
import { PhoneField, SubmitButton, type WayContext } from '@local-number/taro'
import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Tap } from '../demo/tap'
import type { ShopTexts } from './shop-texts'

export type Proof = 'code' | 'password'

/** WeChat reads a color, a size and a weight, and no variables. */
const PLACEHOLDER = 'color: #8a919e'

interface ProofFormProps {
  readonly proof: Proof
  readonly texts: ShopTexts
  readonly context: WayContext
}

/** The field says its label itself. */
const HIDDEN = process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : { ariaHidden: 'true' }

/** In a browser, the label has to reach the field inside Taro's element. */
const toLabel = (label: string) =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : { ariaLabel: label }

export function ProofForm({ proof, texts: { way }, context }: ProofFormProps) {
  const [phone, setPhone] = useState(context.phone)
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState(false)
  const { title, label, placeholder, note, fail } = way[proof]
  const submit = () => {
    if (phone.length === 11) context.finish({ phone })
    else setWrong(true)
  }
  const edit = (text: string) => {
    setWrong(false)
    setPhone(text.replace(/\D/g, '').slice(0, 11))
  }
  return (
    <View className="shop-way">
      <View className="shop-way-head">
        <Text className="shop-way-title">{title}</Text>
        <Text className="shop-way-tag">{way.demo}</Text>
      </View>
      <Text className="shop-way-note">{note}</Text>
      <PhoneField {...{ phone, edit, submit, wrong }} label={way.phone} focusKey={1} />
      <Text className="shop-way-label" {...HIDDEN}>
        {label}
      </Text>
      <View className="shop-way-field">
        <Input
          className="shop-way-input"
          type="text"
          password={proof === 'password'}
          value={secret}
          placeholder={placeholder}
          placeholderStyle={PLACEHOLDER}
          onInput={(event) => setSecret(event.detail.value)}
          {...toLabel(label)}
        />
        {proof === 'code' && (
          <Tap className="shop-way-send" onTap={() => setSecret('246810')}>
            {secret === '' ? way.send : way.sent}
          </Tap>
        )}
      </View>
      <View className="shop-way-message">{wrong && <Text>{way.invalidPhone}</Text>}</View>
      <SubmitButton onPress={submit}>{way.submit}</SubmitButton>
      <Tap className="shop-quiet" onTap={() => context.fail('serverUnreachable', 'codeNotSent')}>
        {fail}
      </Tap>
    </View>
  )
}
