// The component with its required props only.
import { LocalNumberLogin } from '@local-number/taro'
import { View } from '@tarojs/components'

export default function IndexPage() {
  return (
    <View>
      <LocalNumberLogin
        appId="300011877495"
        appName="拾光小店"
        consentVersion="1"
        api={{ baseUrl: 'https://login.example.com' }}
      />
    </View>
  )
}
