// The view of each state, by its name: what the hook knows, in the shop's own words and look.
import type { LocalNumberLoginHandle } from '@local-number/taro'
import { Text, View } from '@tarojs/components'
import { formatNumber } from '../../demo/format-number'
import { Tap } from '../../demo/tap'
import { OwnConsent } from './own-consent'
import { OwnField } from './own-field'

const WAITING: Readonly<Record<string, string>> = {
  authorizing: '请在弹窗中授权',
  checkingNetwork: '正在找到这张 SIM 卡',
  acquiring: '正在找到这张 SIM 卡',
  renewing: '再确认一次',
  verifying: '正在核对号码',
  openingSession: '正在进店',
}

export function HeadlessView({ login }: { readonly login: LocalNumberLoginHandle }) {
  const { state, retry, reset } = login
  switch (state.name) {
    case 'consent':
      return <OwnConsent login={login} agreed={state.agreed} />
    case 'phoneEntry':
      return <OwnField login={login} problem={state.problem} attemptsLeft={state.attemptsLeft} />
    case 'awaitingCellular':
      return (
        <Message
          title={'先关掉 Wi\u2011Fi'}
          text="只有移动数据能证明这张 SIM 卡，关掉后自动继续。"
          action={['重试', retry]}
        />
      )
    case 'verified':
      return <Message title={formatNumber(state.phone)} text="是您。欢迎进店。" action={['重新登录', reset]} />
    case 'sessionFailed':
      return <Message title="没进去" text={state.message ?? '请稍后重试。'} action={['重试', retry]} />
    case 'fallback':
      return (
        <Message
          title="这次不行"
          text={`反馈编号 ${state.traceId.slice(0, 8)}`}
          action={state.retryTo ? ['再试一次', retry] : ['重新登录', reset]}
        />
      )
    default:
      return <Message title="请稍等" text={WAITING[state.name] ?? ''} />
  }
}

interface MessageProps {
  readonly title: string
  readonly text: string
  readonly action?: readonly [label: string, run: () => void]
}

function Message({ title, text, action }: MessageProps) {
  return (
    <View className="own-view">
      <Text className="own-title">{title}</Text>
      <Text className="own-text">{text}</Text>
      {action && (
        <Tap className="own-button" onTap={action[1]}>
          {action[0]}
        </Tap>
      )}
    </View>
  )
}
