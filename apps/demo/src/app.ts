// The demo app: a shop's login with the component, and three other ways to use it.
import type { PropsWithChildren } from 'react'
import '@local-number/taro/style.css'
import './styles/theme.css'
import './styles/frame.css'
import './styles/panel.css'
import './styles/shop.css'
import './styles/custom.css'
import './styles/own.css'
import './styles/nut.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
