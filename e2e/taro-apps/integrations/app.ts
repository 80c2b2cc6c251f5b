// The component with the integrations that the demo does not use: a cloud function, and the carrier's own script.
import { cloud } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import '@local-number/taro/style.css'

cloud.init()

export default function App({ children }: PropsWithChildren) {
  return children
}
