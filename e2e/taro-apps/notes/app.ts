// A Taro app without a login: sticky notes. It shows that weapp-runtime can run more than the demo.
import { Component, type PropsWithChildren } from 'react'
import './app.css'

/** A class component, as in many Taro apps. */
export default class App extends Component<PropsWithChildren> {
  launched = 0

  onLaunch() {
    this.launched += 1
  }

  override render() {
    return this.props.children
  }
}
