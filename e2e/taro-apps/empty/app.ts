// The smallest Taro app: what the component adds is measured against it.
import type { PropsWithChildren } from 'react'

export default function App({ children }: PropsWithChildren) {
  return children
}
