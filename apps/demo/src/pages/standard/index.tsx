// The component as it comes.
import { LocalNumberLogin } from '@local-number/taro'
import { Frame } from '../../demo/frame'
import { loginOptions } from '../../demo/login-options'

export default function StandardPage() {
  return <Frame other="custom">{(demo) => <LocalNumberLogin key={demo.loginKey} {...loginOptions(demo)} />}</Frame>
}
