// The component: the hook's login with a user interface whose parts can be replaced.
import type { FallbackReason, StateOf } from '@local-number/login'
import { formatMsisdn } from '@local-number/protocol'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { LocalNumberLoginOptions } from './options'
import type { Terms } from './terms'
import { DEFAULT_LOCALE, type Locale, type ProgressStep, TEXTS } from './texts'
import { type LocalNumberLoginHandle, useLocalNumberLogin } from './use-local-number-login'
import { toAria } from './views/aria'
import { CarrierImage } from './views/carrier-image'
import { Consent } from './views/consent'
import { FallbackNote, VerifiedNote } from './views/outcome'
import { PhoneEntry, type PhoneEntryView } from './views/phone-entry'
import { Progress, TurnWifiOff } from './views/progress'
import { TermsSheet } from './views/terms-sheet'

/** What a fallback of your own may show and do. */
export interface FallbackControls extends Pick<StateOf<'fallback'>, 'code' | 'traceId'> {
  /** Tries the carrier's way again; `null` when that could not help. */
  readonly retry: (() => void) | null
}

interface ViewProps {
  /**
   * Language of the texts; may change at any time.
   *
   * @default 'zh-CN'
   */
  readonly locale?: Locale
  /** The app's name, used in the consent text. */
  readonly appName: string
  /**
   * The app's own terms, in addition to the carrier's. Each needs a different URL.
   *
   * @default none
   */
  readonly terms?: readonly Terms[]
  /**
   * Opens terms, the carrier's or the app's own. Return `false` to use the built-in sheet, which shows title and link
   * to copy: a mini-program's web-view cannot open the carrier's page.
   *
   * @default the built-in sheet
   */
  readonly onOpenTerms?: (terms: Terms) => boolean
  /**
   * Another way to log in, e.g. by text message. `phone` is what has been typed so far.
   *
   * @default a note with the reason and, if it can help, a retry
   */
  readonly renderFallback?: (reason: FallbackReason, phone: string, controls: FallbackControls) => ReactNode
  /**
   * The phone field, its button and its error.
   *
   * @default the built-in view
   */
  readonly renderPhoneEntry?: (view: PhoneEntryView) => ReactNode
  /**
   * The steps in which the user waits; `leave` goes to the fallback. Not the step that asks to turn Wi-Fi off.
   *
   * @default the built-in view
   */
  readonly renderProgress?: (step: ProgressStep, leave: () => void) => ReactNode
  /**
   * Replaces title and subtitle; `null` shows none.
   *
   * @default the built-in title and subtitle
   */
  readonly header?: ReactNode
  /**
   * Shown last, in every step.
   *
   * @default none
   */
  readonly footer?: ReactNode
  /**
   * Added to the outermost element, for colors (`--lnl-…`) and spacing.
   *
   * @default ''
   */
  readonly className?: string
}

/**
 * The slots (`render…`) are called while rendering: return elements, and use hooks only inside your own components.
 *
 * @supported weapp, h5; alipay, tt, swan, qq and jd show the fallback, reason `platformUnsupported`
 */
export type LocalNumberLoginProps = LocalNumberLoginOptions & ViewProps

/**
 * The whole login: consent, network check, image, token, phone entry, verification, and a fallback that says why.
 * Import `@local-number/taro/style.css` once.
 *
 * @example
 * ```tsx
 * <LocalNumberLogin appId="300011877495" appName="小店" consentVersion="1" api={{ baseUrl }} onVerified={logIn} />
 * ```
 * @supported weapp, h5; alipay, tt, swan, qq and jd show the fallback, reason `platformUnsupported`
 */
export function LocalNumberLogin(props: LocalNumberLoginProps) {
  const { locale = DEFAULT_LOCALE, header, footer, className = '', onOpenTerms } = props
  const login = useLocalNumberLogin(props)
  const [openTerms, setOpenTerms] = useState<Terms | null>(null)
  const texts = TEXTS[locale]
  const open = (terms: Terms) => {
    if (!onOpenTerms || onOpenTerms(terms) === false) setOpenTerms(terms)
  }
  return (
    <View className={`lnl ${className}`}>
      {header === undefined ? (
        <View className="lnl-header">
          <Text className="lnl-title" {...toAria({ role: 'heading' })}>
            {texts.title}
          </Text>
          <Text className="lnl-subtitle">{texts.subtitle}</Text>
        </View>
      ) : (
        header
      )}
      <CarrierImage image={login.image} imageSlot={login.imageSlot} />
      <Step props={props} login={login} onOpen={open} />
      {footer}
      {openTerms && <TermsSheet texts={texts} terms={openTerms} onClose={() => setOpenTerms(null)} />}
    </View>
  )
}

interface StepProps {
  readonly props: LocalNumberLoginProps
  readonly login: LocalNumberLoginHandle
  readonly onOpen: (terms: Terms) => void
}

/** The view of the present state. */
function Step({ props, login, onOpen }: StepProps): ReactNode {
  const { state, agree, edit, submit, leave, retry } = login
  const { appName, terms = [], renderFallback, renderPhoneEntry, renderProgress } = props
  const texts = TEXTS[props.locale ?? DEFAULT_LOCALE]
  switch (state.name) {
    case 'consent':
      return <Consent texts={texts} appName={appName} terms={terms} onOpen={onOpen} onAgree={agree} onLeave={leave} />
    case 'awaitingCellular':
      return <TurnWifiOff texts={texts} onLeave={leave} />
    case 'phoneEntry': {
      const { phone, problem, attemptsLeft } = state
      const view = { phone, display: formatMsisdn(phone), problem, attemptsLeft, edit, submit, leave }
      return renderPhoneEntry ? renderPhoneEntry(view) : <PhoneEntry texts={texts} view={view} />
    }
    case 'verified':
      return <VerifiedNote texts={texts} phone={state.phone} />
    case 'fallback': {
      const { reason, phone, code, traceId, retryTo } = state
      return renderFallback ? (
        renderFallback(reason, phone, { code, traceId, retry: retryTo ? retry : null })
      ) : (
        <FallbackNote texts={texts} state={state} onRetry={retry} />
      )
    }
    default:
      return renderProgress ? (
        renderProgress(state.name, leave)
      ) : (
        <Progress texts={texts} step={state.name} onLeave={leave} />
      )
  }
}
