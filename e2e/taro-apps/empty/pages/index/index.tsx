// A page without the login.
import { View } from '@tarojs/components'

export default function IndexPage() {
  return <View />
}
