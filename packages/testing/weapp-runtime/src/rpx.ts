/** Replaces WeChat's unit by a share of the window: the screen is 750 rpx wide. */
export function replaceRpx(css: string): string {
  return css.replace(
    /(-?[\d.]+)rpx\b/gi,
    (_, number: string) => `${Math.round((Number(number) / 7.5) * 10_000) / 10_000}vw`,
  )
}
