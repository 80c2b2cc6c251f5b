// The component and its style sheet are imported here alone.
import { LocalNumberLogin } from '@local-number/taro'
import '@local-number/taro/style.css'

export default function LoginPage() {
  return (
    <LocalNumberLogin
      appId="300011877495"
      appName="拾光小店"
      consentVersion="1"
      api={{ baseUrl: 'https://login.example.com' }}
    />
  )
}
