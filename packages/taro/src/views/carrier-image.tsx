// The zero-size image that retrieves the number. Mounted only while an attempt needs it, and never before consent.
import type { ImageSlot, SlotImage } from '@local-number/login'
import { Image } from '@tarojs/components'
import { toAria } from './aria'

/** Inline, because an app with its own user interface may not import the style sheet. */
const ZERO_SIZE = { position: 'absolute', width: 0, height: 0, overflow: 'hidden' } as const

/**
 * Renders the image of {@link useLocalNumberLogin}'s handle.
 *
 * @supported weapp, h5
 */
export function CarrierImage({
  image,
  imageSlot,
}: {
  readonly image: SlotImage | null
  readonly imageSlot: ImageSlot
}) {
  if (!image) return null
  const { key, src, referrerPolicy } = image
  // Taro's typings lack the attribute. In a browser it must be on the inner <img>, which nativeProps reach.
  const policy = process.env.TARO_ENV === 'h5' ? { nativeProps: { referrerPolicy, alt: '' } } : { referrerPolicy }
  return (
    <Image
      key={key}
      style={ZERO_SIZE}
      src={src}
      onLoad={() => imageSlot.reportLoaded(key)}
      onError={() => imageSlot.reportFailed(key)}
      {...policy}
      {...toAria({ hidden: true })}
    />
  )
}
