// The component: the hook's login with a user interface whose parts can be replaced.
import { View } from '@tarojs/components'
import { vibrateShort } from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { NamedVersion } from './options'
import type { LocalNumberLoginProps } from './props'
import { useProvided, type WithProvided } from './provider'
import type { Terms } from './terms'
import { mergeTexts, resolveLocale } from './texts'
import { useLogin } from './use-local-number-login'
import { FOCUSABLE, toAria } from './views/aria'
import { Brand } from './views/brand'
import { CarrierImage } from './views/carrier-image'
import { useScreenFocus } from './views/focus'
import { useHeightMotion } from './views/height-motion'
import { hasField, isBusy, type Screen } from './views/screen'
import { findAnnouncement, Step } from './views/step'
import { findMissingStyle } from './views/style-check'
import { describeSurroundings, SurroundingsContext } from './views/surroundings'
import { TermsSheet } from './views/terms-sheet'
import { useWaitSeconds } from './views/wait'
import { listWays } from './ways'
import { warnAboutDeadEnds } from './ways-check'

/**
 * The whole login: consent, network check, image, token, phone entry, verification, and a way out of every failure.
 * Import `@local-number/taro/style.css` once.
 *
 * @example
 * ```tsx
 * <LocalNumberLogin appId="300011877495" appName="小店" consentVersion="1" api={{ baseUrl }} onVerified={logIn} />
 * ```
 * @supported weapp, h5; alipay, tt, swan, qq and jd show the fallback, reason `platformUnsupported`
 */
export function LocalNumberLogin<Version extends string>(
  own: WithProvided<LocalNumberLoginProps> & NamedVersion<Version>,
) {
  const props = useProvided<LocalNumberLoginProps>(own as WithProvided<LocalNumberLoginProps>)
  const { locale, locales, texts: ownTexts, header, footer, layout = 'page', otherWays = [] } = props
  const root = useRef<HTMLElement>(null)
  const [openTerms, setOpenTerms] = useState<Terms | null>(null)
  const { tag, texts: itsTexts } = useMemo(() => resolveLocale(locale, locales), [locale, locales])
  // A fallback of the app's own is to show on Wi-Fi, too.
  const login = useLogin({ consentLocale: tag, ...(props.renderFallback && { onWifi: 'fallback' }), ...props })
  const { state } = login
  const texts = useMemo(() => mergeTexts(itsTexts, ownTexts), [itsTexts, ownTexts])
  const waitSeconds = useWaitSeconds(login.getWaitMs)
  const screen: Screen = { props, login, texts, state, ways: listWays(otherWays, state, tag), waitSeconds }
  const atEntry = state.name === 'consent' || hasField(state, props.flow)
  useScreenFocus(root, atEntry && isBusy(state) ? null : String(state.visit))
  useHeightMotion(root, layout === 'sheet')
  useHaptics(state.name === 'verified')
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') warnAboutDeadEnds(props)
  })
  useEffect(() => {
    // Tests load no style sheet.
    if (process.env.NODE_ENV === 'development' && process.env.TARO_ENV === 'h5') findMissingStyle(root.current)
  }, [])
  const surroundings = describeSurroundings(props, { texts, tag, root, showSheet: setOpenTerms })
  const inBrowser = process.env.TARO_ENV === 'h5' ? { ref: root, lang: tag, ...FOCUSABLE } : { lang: tag }
  const landmark = layout === 'page' ? toAria({ role: 'main' }) : createRegion(texts.title)
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <View
        className={`${surroundings.theme} lnl-${layout === 'sheet' ? 'sheet-layout' : layout}`}
        {...landmark}
        {...inBrowser}
      >
        <View className="lnl-content">
          {header === undefined ? <Brand screen={screen} /> : header}
          <CarrierImage image={login.image} imageSlot={login.imageSlot} />
          <View className="lnl-live" {...toAria({ role: 'status' })}>
            {findAnnouncement(screen)}
          </View>
          <Step screen={screen} />
          {footer}
        </View>
        {openTerms && <TermsSheet terms={openTerms} onClose={() => setOpenTerms(null)} />}
      </View>
    </SurroundingsContext.Provider>
  )
}

/** Beside other content, it is a part of the page, and says which. Only browsers have landmarks of this kind. */
function createRegion(label: string): object {
  return process.env.TARO_ENV === 'h5' ? toAria({ role: 'region', label }) : {}
}

/** A light tap where the platform has one. */
function useHaptics(verified: boolean): void {
  useEffect(() => {
    if (!verified) return
    if (process.env.TARO_ENV === 'h5') navigator.vibrate?.(15)
    else if (process.env.TARO_ENV === 'weapp') vibrateShort({ type: 'light', fail: () => undefined })
  }, [verified])
}
