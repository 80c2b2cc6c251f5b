// WeChat's unit: the screen is 750 rpx wide.

export function withoutRpx(css: string): string {
  return css.replace(
    /(-?[\d.]+)rpx\b/gi,
    (_, number: string) => `${Math.round((Number(number) / 7.5) * 10_000) / 10_000}vw`,
  )
}
