// The smallest Taro app: the baseline for the size that the component adds.
import type { PropsWithChildren } from 'react'

export default function App({ children }: PropsWithChildren) {
  return children
}
