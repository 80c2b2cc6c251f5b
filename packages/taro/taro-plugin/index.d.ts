/** Taro plugin for mini-program builds: lets the image's referrer policy and aria-* reach WXML. */
declare function localNumberPlugin(ctx: object): void
export = localNumberPlugin
