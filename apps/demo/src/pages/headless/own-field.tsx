// The number of the own view: a field of its own, whose text `usePhoneField` keeps in groups.
import { type EntryProblem, type LocalNumberLoginHandle, usePhoneField } from '@local-number/taro'
import { Input, Text, View } from '@tarojs/components'
import { formatNumber } from '../../demo/format-number'
import { Tap } from '../../demo/tap'

interface OwnFieldProps {
  readonly login: LocalNumberLoginHandle
  readonly problem: EntryProblem | null
  readonly attemptsLeft: number | null
}

const PROBLEMS: Readonly<Record<EntryProblem, string>> = {
  invalidPhone: '号码要有 11 位',
  notThisNumber: '不是这张 SIM 卡的号码',
  consentMissing: '请先勾选条款',
}

const LABEL = process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': '手机号' } } : { ariaLabel: '手机号' }

export function OwnField({ login, problem, attemptsLeft }: OwnFieldProps) {
  const field = usePhoneField(formatNumber(login.state.phone), login.edit)
  const tries = attemptsLeft === null ? '' : `，还可以试 ${attemptsLeft} 次`
  return (
    <View className="own-view">
      <Text className="own-text">您的号码</Text>
      <Input
        className="own-input"
        type={process.env.TARO_ENV === 'h5' ? ('tel' as 'number') : 'number'}
        maxlength={-1}
        value={field.shown}
        placeholder="138 0000 0000"
        placeholderClass="own-placeholder"
        onInput={(event) => field.type(event.detail.value)}
        onBlur={field.leave}
        onConfirm={login.submit}
        {...LABEL}
      />
      <Text className="own-problem">{problem ? `${PROBLEMS[problem]}${tries}` : ''}</Text>
      <Tap className="own-button" onTap={login.submit}>
        登录
      </Tap>
    </View>
  )
}
