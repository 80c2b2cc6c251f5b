// The headless hook: creates one login per mounted component, subscribes and returns.
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
import { tellOfDevTools } from './devtools-check'
import { configOf, type LocalNumberLoginOptions, portsOf } from './options'
import { tellOfMissingPlugin } from './plugin-check'

export interface LocalNumberLoginHandle extends LoginActions {
  /** A union over `name`: consent, authorizing, checkingNetwork, awaitingCellular, acquiring, phoneEntry, renewing, verifying, verified, fallback. */
  readonly state: LoginState
  /** The zero-size image to render now with {@link CarrierImage}, or `null`. Without it no number is taken. */
  readonly image: SlotImage | null
  readonly imageSlot: ImageSlot
}

/**
 * The whole login without any user interface. Render `<CarrierImage {...handle} />` somewhere: the number is taken by it.
 *
 * @example
 * const login = useLocalNumberLogin({ appId, api: { baseUrl }, consentVersion: '1' })
 * @supported weapp, h5 from http pages; alipay, tt, swan, qq and jd end in the fallback, reason `platformUnsupported`
 */
export function useLocalNumberLogin(options: LocalNumberLoginOptions): LocalNumberLoginHandle {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const [{ login, imageSlot }] = useState(() =>
    assemble(options, (record, state) => tell(latest.current, record, state)),
  )
  useEffect(() => login.connect(), [login])
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' && process.env.TARO_ENV === 'weapp') {
      tellOfMissingPlugin()
      tellOfDevTools(latest.current)
    }
  }, [])
  return { state: useStore(login.store), image: useStore(imageSlot.store), imageSlot, ...login.actions }
}

function assemble(
  options: LocalNumberLoginOptions,
  onStep: (record: LoginRecord, state: LoginState) => void,
): { login: Login; imageSlot: ImageSlot } {
  const imageSlot = createImageSlot()
  const login: Login = createLogin(configOf(options), portsOf(options, imageSlot), (record) =>
    onStep(record, login.store.getState()),
  )
  return { login, imageSlot }
}

/** Each by itself: what the app's analytics throw must not keep the app from hearing that its user is verified. */
function tell({ onEvent, onVerified, onFallback }: LocalNumberLoginOptions, record: LoginRecord, state: LoginState) {
  inform(() => onEvent?.(record))
  const { phone, traceId } = state
  if (state.name === 'verified') {
    const { ticket } = state
    inform(() => onVerified?.({ phone, ticket, traceId }))
  }
  if (state.name === 'fallback') {
    const { reason, code } = state
    inform(() => onFallback?.({ reason, code, phone, traceId }))
  }
}
