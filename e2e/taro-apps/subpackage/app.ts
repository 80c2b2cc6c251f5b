// An app whose login is in a subpackage: nothing of the component may be in the main package.
import type { PropsWithChildren } from 'react'

export default function App({ children }: PropsWithChildren) {
  return children
}
