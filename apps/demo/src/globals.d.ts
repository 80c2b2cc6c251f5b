/// <reference types="@tarojs/taro" />

/** What `config/index.ts` defines at build time. */
declare const DEMO_SETTINGS: import('./demo/settings').DemoSettings

declare module '*.css'

/** The address of the picture. */
declare module '*.svg' {
  const address: string
  export default address
}
