// The empty app plus the component and its style sheet.
import type { PropsWithChildren } from 'react'
import '@local-number/taro/style.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
