// A mock-up of another way: the number, and a password. It is built from the component's own blocks, so that it looks
// like the rest of the login.
import { PhoneField, SubmitButton, type WayContext } from '@local-number/taro'
import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Tap } from '../demo/tap'
import type { ShopTexts } from './shop-texts'

/** WeChat reads a color, a size and a weight, and no variables. */
const PLACEHOLDER = 'color: #8a919e'

interface PasswordFormProps {
  readonly texts: ShopTexts['way']
  readonly context: WayContext
}

/** The field says its label itself. */
const HIDDEN = process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : { ariaHidden: 'true' }

/** In a browser, the label has to reach the field inside Taro's element. */
const toLabel = (label: string) =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : { ariaLabel: label }

export function PasswordForm({ texts, context }: PasswordFormProps) {
  const [phone, setPhone] = useState(context.phone)
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    if (phone.length === 11) context.finish({ phone })
    else setWrong(true)
  }
  const edit = (text: string) => {
    setWrong(false)
    setPhone(text.replace(/\D/g, '').slice(0, 11))
    context.edit(text)
  }
  return (
    <View className="shop-way">
      <View className="shop-way-head">
        <Text className="shop-way-title">{texts.title}</Text>
        <Text className="shop-way-tag">{texts.demo}</Text>
      </View>
      <Text className="shop-way-note">{texts.note}</Text>
      <PhoneField {...{ phone, edit, submit, wrong }} label={texts.phone} placeholder={texts.phone} focusKey={1} />
      <Text className="shop-way-label" {...HIDDEN}>
        {texts.label}
      </Text>
      <View className="shop-way-field">
        <Input
          className="shop-way-input"
          type="text"
          password
          value={password}
          placeholder={texts.placeholder}
          placeholderStyle={PLACEHOLDER}
          onInput={(event) => setPassword(event.detail.value)}
          {...toLabel(texts.label)}
        />
      </View>
      <View className="shop-way-message">{wrong && <Text>{texts.invalidPhone}</Text>}</View>
      <SubmitButton onPress={submit}>{texts.submit}</SubmitButton>
      <Tap className="shop-quiet" onTap={() => context.fail('serverUnreachable', 'passwordForgotten')}>
        {texts.fail}
      </Tap>
    </View>
  )
}
