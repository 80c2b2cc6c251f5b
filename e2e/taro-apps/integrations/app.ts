// The component with integrations that the demo does not use: a cloud function, and an SDK passed as `sdk`.
import { cloud } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import '@local-number/taro/style.css'

cloud.init()

export default function App({ children }: PropsWithChildren) {
  return children
}
