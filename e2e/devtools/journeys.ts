// What a user does with the demo, from opening a page to the end of the login.
import type { DemoApp } from './demo-app'

export interface Journey {
  /** Also the name of its picture. */
  readonly id: string
  readonly name: string
  readonly play: (demo: DemoApp) => Promise<void>
}

export const JOURNEYS: readonly Journey[] = [
  {
    id: '01-verified',
    name: 'the number of the SIM is verified',
    play: async (demo) => {
      await demo.open('standard', 'cm-5g')
      await demo.agree()
      await demo.type('13800138000')
      await demo.tap('登录')
      await demo.expectText('验证成功')
      await demo.expectText('138****8000')
    },
  },
  {
    id: '02-wrong-number',
    name: 'a wrong number, then the right one',
    play: async (demo) => {
      await demo.open('standard', 'cm-4g')
      await demo.agree()
      await demo.type('13800138000')
      await demo.tap('登录')
      await demo.expectText('与本机号码不一致')
      await demo.type('13900139000')
      await demo.tap('登录')
      await demo.expectText('验证成功')
    },
  },
  {
    id: '03-wifi',
    name: 'the login waits until Wi-Fi is turned off',
    play: async (demo) => {
      await demo.open('standard', 'cm-wifi')
      // An earlier run may have left Wi-Fi turned off.
      if (await demo.hasButton('打开 WLAN')) await demo.tap('打开 WLAN')
      await demo.expectText('关闭 WLAN')
      await demo.agree()
      await demo.expectText('请关闭 Wi\u2011Fi')
      await demo.tap('关闭 WLAN')
      await demo.type('15800158000')
      await demo.tap('登录')
      await demo.expectText('验证成功')
    },
  },
  {
    id: '04-unicom',
    name: 'a Unicom SIM is not recognized',
    play: async (demo) => {
      await demo.open('standard', 'cu-5g')
      await demo.agree()
      await demo.expectText('未能识别本机号码')
      await demo.expectText(' · 500')
    },
  },
  {
    id: '05-custom-fallback',
    name: 'the app’s own fallback, and back to the login',
    play: async (demo) => {
      await demo.open('custom', 'cm-5g')
      await demo.agree()
      await demo.type('13800138000')
      await demo.tap('其他方式登录')
      await demo.expectText('您输入的号码：138 0013 8000')
      await demo.tap('再试一次本机号码登录')
      await demo.tap('登录')
      await demo.expectText('验证成功')
    },
  },
]
