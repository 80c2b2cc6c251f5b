// The headless hook: creates one login per mounted component, subscribes to it and returns it.
import {
  createImageSlot,
  createLogin,
  type ImageSlot,
  inform,
  type Login,
  type LoginActions,
  type LoginConfig,
  type LoginRecord,
  type LoginState,
  type SlotImage,
} from '@local-number/login'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { explainChanges, explainFailure, explainOptions } from './development'
import { warnAboutDevTools } from './devtools-check'
import { explainUpgradedImage } from './image-upgrade-note'
import { createConfig, type LocalNumberLoginOptions, type NamedVersion } from './options'
import { isTaroPluginMissing } from './plugin-check'
import { createPorts } from './ports'
import { useProvided, type WithProvided } from './provider'
import { rememberPhone } from './remembered-phone'

export interface LocalNumberLoginHandle extends LoginActions, Pick<Login, 'getWaitMs' | 'readBinding' | 'session'> {
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
export function useLocalNumberLogin<Version extends string>(
  own: WithProvided<LocalNumberLoginOptions> & NamedVersion<Version>,
): LocalNumberLoginHandle {
  return useLogin(useProvided<LocalNumberLoginOptions>(own as WithProvided<LocalNumberLoginOptions>))
}

/** The same for options that are complete. */
export function useLogin(options: LocalNumberLoginOptions): LocalNumberLoginHandle {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const [{ login, imageSlot }] = useState(() => createLoginWithSlot(latest))
  useEffect(() => {
    // It says so once, in production, too.
    isTaroPluginMissing()
    return login.connect()
  }, [login])
  useDevelopmentChecks(options)
  return {
    state: useStore(login.store),
    image: useStore(imageSlot.store),
    imageSlot,
    getWaitMs: login.getWaitMs,
    readBinding: login.readBinding,
    session: login.session,
    ...login.actions,
  }
}

/** Bundles for users do not contain what is called here: behind an early return, bundlers would keep it. */
function useDevelopmentChecks(options: LocalNumberLoginOptions): void {
  const first = useRef(options)
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') explainChanges(first.current, options)
  })
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') {
      explainOptions(first.current)
      if (process.env.TARO_ENV === 'weapp') warnAboutDevTools(first.current)
    }
  }, [])
}

function createLoginWithSlot(latest: { readonly current: LocalNumberLoginOptions }): {
  login: Login
  imageSlot: ImageSlot
} {
  const imageSlot = createImageSlot()
  const ports = createPorts(latest.current, {
    slot: imageSlot,
    openSession: (verified) => latest.current.onVerified?.(verified),
  })
  const config: LoginConfig = {
    ...createConfig(latest.current),
    get binding() {
      return latest.current.binding
    },
    get consentLocale() {
      return latest.current.consentLocale
    },
  }
  const login: Login = createLogin(config, ports, (record) => notify(latest.current, record, login.store.getState()))
  return { login, imageSlot }
}

/** Each by itself: an error of the app's analytics must not suppress `onFallback`. */
function notify(options: LocalNumberLoginOptions, record: LoginRecord, state: LoginState): void {
  const { onEvent, onFallback, onCancel, consentVersion } = options
  const { phone, traceId } = state
  inform(() => onEvent?.(record))
  const { reason, code } = record
  if (reason !== null) {
    if (process.env.NODE_ENV !== 'production') {
      explainUpgradedImage(code)
      void explainFailure({ reason, code }, options)
    }
    const retryAfterMs = (state.name === 'fallback' && state.wait?.ms) || null
    inform(() => onFallback?.({ reason, code, phone, traceId, retryAfterMs }))
  }
  if (options.rememberPhone && record.to === 'verified' && record.way === 'sim') rememberPhone(phone, consentVersion)
  if (record.event === 'cancel') inform(() => onCancel?.())
}
