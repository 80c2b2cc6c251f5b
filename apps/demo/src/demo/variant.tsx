// How the demo's login is set up, by the page's address: for trying the component out, and for its browser tests.
import type { LocalNumberLoginProps, OtherWay } from '@local-number/taro'
import { Button, Text, View } from '@tarojs/components'
import { showToast } from '@tarojs/taro'

/** Parameters of the page's address. */
interface Variant {
  /** `flow=oneScreen`: number, consent and button together. */
  readonly flow: 'stepByStep' | 'oneScreen'
  /** `theme=dark`. */
  readonly theme: 'auto' | 'light' | 'dark'
  /** `ways=1` or `2`: so many other ways to log in. */
  readonly ways: number
  /** `cancel=1`: the login can be left. */
  readonly cancel: boolean
  /** `session=fails`: the first session is refused, as by a server that is down for a moment. */
  readonly session: 'opens' | 'fails'
}

function toVariant(params: Readonly<Record<string, string | undefined>>): Variant {
  const { flow, theme, ways, cancel, session } = params
  return {
    flow: flow === 'oneScreen' ? flow : 'stepByStep',
    theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
    ways: Number(ways ?? 0),
    cancel: cancel === '1',
    session: session === 'fails' ? session : 'opens',
  }
}

/** Ways that need no server. */
const WAYS: readonly OtherWay[] = [
  {
    id: 'code',
    label: '验证码登录',
    render: ({ phone, finish, fail }) => (
      <View className="demo-way">
        <Text>{`验证码登录 ${phone}`}</Text>
        <Button className="demo-action" onClick={() => finish({ phone: '13800138000' })}>
          完成登录
        </Button>
        <Button className="demo-action" onClick={() => fail('serverUnreachable', 'codeNotSent')}>
          发送失败
        </Button>
      </View>
    ),
  },
  { id: 'password', label: '密码登录', render: () => <Text>密码登录</Text> },
]

/** Props of the login, created once: the refused session is counted. */
export function createVariantProps(params: Readonly<Record<string, string | undefined>>) {
  const { flow, theme, ways, cancel, session } = toVariant(params)
  let refusals = session === 'fails' ? 1 : 0
  return {
    flow,
    theme,
    otherWays: WAYS.slice(0, ways),
    ...(cancel ? { onCancel: () => void showToast({ title: '您没有登录', icon: 'none' }) } : {}),
    onVerified: async () => {
      refusals -= 1
      if (refusals >= 0) throw new Error('商店暂时打不开，请稍后再试')
    },
  } satisfies Partial<LocalNumberLoginProps>
}
