// The headless hook: creates one login per mounted component, subscribes to it and returns it.
import {
  createImageSlot,
  createLogin,
  type ImageSlot,
  inform,
  type Login,
  type LoginActions,
  type LoginRecord,
  type LoginState,
  type SlotImage,
} from '@local-number/login'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { warnAboutDevTools } from './devtools-check'
import { explainUpgradedImage } from './image-upgrade-note'
import { createConfig, type LocalNumberLoginOptions } from './options'
import { warnAboutMissingPlugin } from './plugin-check'
import { createPorts } from './ports'

export interface LocalNumberLoginHandle extends LoginActions {
  /** A union over `name`; the names are in {@link StateName}. */
  readonly state: LoginState
  /** The zero-size image to render now with {@link CarrierImage}, or `null`. Without it no number is retrieved. */
  readonly image: SlotImage | null
  readonly imageSlot: ImageSlot
}

/**
 * The whole login without a user interface. Render `<CarrierImage {...handle} />` somewhere: it retrieves the number.
 *
 * @example
 * ```tsx
 * const login = useLocalNumberLogin({ appId, api: { baseUrl }, consentVersion: '1' })
 * return <CarrierImage image={login.image} imageSlot={login.imageSlot} />
 * ```
 * @supported weapp, h5; alipay, tt, swan, qq and jd end in the fallback, reason `platformUnsupported`
 */
export function useLocalNumberLogin(options: LocalNumberLoginOptions): LocalNumberLoginHandle {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const [{ login, imageSlot }] = useState(() =>
    createLoginWithSlot(options, (record, state) => notify(latest.current, record, state)),
  )
  useEffect(() => login.connect(), [login])
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' && process.env.TARO_ENV === 'weapp') {
      warnAboutMissingPlugin()
      warnAboutDevTools(latest.current)
    }
  }, [])
  return { state: useStore(login.store), image: useStore(imageSlot.store), imageSlot, ...login.actions }
}

function createLoginWithSlot(
  options: LocalNumberLoginOptions,
  onStep: (record: LoginRecord, state: LoginState) => void,
): { login: Login; imageSlot: ImageSlot } {
  const imageSlot = createImageSlot()
  const login: Login = createLogin(createConfig(options), createPorts(options, imageSlot), (record) =>
    onStep(record, login.store.getState()),
  )
  return { login, imageSlot }
}

/** Each by itself: an error of the app's analytics must not suppress `onVerified`. */
function notify({ onEvent, onVerified, onFallback }: LocalNumberLoginOptions, record: LoginRecord, state: LoginState) {
  inform(() => onEvent?.(record))
  const { phone, traceId } = state
  if (state.name === 'verified') {
    const { ticket } = state
    inform(() => onVerified?.({ phone, ticket, traceId }))
  }
  if (state.name === 'fallback') {
    const { reason, code } = state
    if (process.env.NODE_ENV !== 'production') explainUpgradedImage(code)
    inform(() => onFallback?.({ reason, code, phone, traceId }))
  }
}
