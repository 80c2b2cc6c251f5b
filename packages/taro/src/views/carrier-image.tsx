// The zero-size image that takes the number. Mounted only while an attempt wants it, which is never before consent.
import type { ImageSlot, SlotImage } from '@local-number/login'
import { Image } from '@tarojs/components'

/** Not in the style sheet, which an app with a user interface of its own may do without. */
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
  // Taro's typings lack the attribute. In a browser it must sit on the inner <img>, which nativeProps reach.
  const policy = process.env.TARO_ENV === 'h5' ? { nativeProps: { referrerPolicy } } : { referrerPolicy }
  return (
    <Image
      key={key}
      style={ZERO_SIZE}
      src={src}
      onLoad={() => imageSlot.loaded(key)}
      onError={() => imageSlot.failed(key)}
      {...policy}
    />
  )
}
