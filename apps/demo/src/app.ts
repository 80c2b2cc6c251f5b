// The demo app: two pages, one login each.
import type { PropsWithChildren } from 'react'
import '@local-number/taro/style.css'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
