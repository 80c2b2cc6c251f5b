// The zero-size image that takes the number. Mounted only while an attempt wants it, which is never before consent.
import type { ImageSlot, SlotImage } from '@local-number/login'
import { Image } from '@tarojs/components'

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
  const policy = { referrerPolicy, nativeProps: { referrerPolicy } }
  return (
    <Image
      key={key}
      className="lnl-image"
      src={src}
      onLoad={() => imageSlot.loaded(key)}
      onError={() => imageSlot.failed(key)}
      {...policy}
    />
  )
}
