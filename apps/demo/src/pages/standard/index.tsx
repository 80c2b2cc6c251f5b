// The component without changes.
import { LocalNumberLogin } from '@local-number/taro'
import { Frame } from '../../demo/frame'
import { createLoginOptions } from '../../demo/login-options'

export default function StandardPage() {
  return (
    <Frame other="custom">{(demo) => <LocalNumberLogin key={demo.loginKey} {...createLoginOptions(demo)} />}</Frame>
  )
}
