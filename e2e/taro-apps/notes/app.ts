// A Taro app that has nothing to do with logging in: notes on a shelf. It shows that the runtime runs more than the demo.
import { Component, type PropsWithChildren } from 'react'
import './app.css'

/** A class, as many Taro apps have it. */
export default class App extends Component<PropsWithChildren> {
  launched = 0

  onLaunch() {
    this.launched += 1
  }

  override render() {
    return this.props.children
  }
}
