import { Button } from '@tarojs/components'
import { navigateTo } from '@tarojs/taro'

export default function IndexPage() {
  return <Button onClick={() => navigateTo({ url: '/login/pages/index/index' })}>登录</Button>
}
