// The component: the hook's login with a user interface, every part of which can be replaced.
import type { FallbackReason, StateOf } from '@local-number/login'
import { formatMsisdn } from '@local-number/protocol'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { LocalNumberLoginOptions } from './options'
import type { Terms } from './terms'
import { type Locale, type ProgressStep, TEXTS } from './texts'
import { type LocalNumberLoginHandle, useLocalNumberLogin } from './use-local-number-login'
import { CarrierImage } from './views/carrier-image'
import { Consent } from './views/consent'
import { meaning } from './views/meaning'
import { FallbackNote, VerifiedNote } from './views/outcome'
import { PhoneEntry, type PhoneEntryView } from './views/phone-entry'
import { Progress, TurnWifiOff } from './views/progress'
import { TermsSheet } from './views/terms-sheet'

/** What a fallback of one's own may do besides. */
export interface FallbackControls extends Pick<StateOf<'fallback'>, 'code' | 'traceId'> {
  /** Goes back to the carrier's way; `null` where that could not help. */
  readonly retry: (() => void) | null
}

/**
 * The slots (`render…`) are called while rendering: return elements, and keep hooks within components of their own.
 *
 * @supported weapp, h5 from http pages; alipay, tt, swan, qq and jd show the fallback, reason `platformUnsupported`
 */
export interface LocalNumberLoginProps extends LocalNumberLoginOptions {
  /** Language of the words; may change at any time. Default `zh-CN`. */
  readonly locale?: Locale
  /** The app's name, in the consent's wording. */
  readonly appName: string
  /** The app's own terms, beside the operator's. Each needs a URL of its own. */
  readonly terms?: readonly Terms[]
  /**
   * Opens terms, the operator's or the app's own. Return `false` to leave them to the built-in sheet, which offers title
   * and link to copy: a mini-program's web-view cannot open the operator's page.
   */
  readonly onOpenTerms?: (terms: Terms) => boolean
  /** The way to log in without the carrier, e.g. by text message. `phone` is what has been typed so far. */
  readonly renderFallback?: (reason: FallbackReason, phone: string, controls: FallbackControls) => ReactNode
  /** The phone field, its button and what is wrong with the number. */
  readonly renderPhoneEntry?: (view: PhoneEntryView) => ReactNode
  /** The steps in which the user waits; `leave` goes to the fallback. Not the step that asks to turn Wi-Fi off. */
  readonly renderProgress?: (step: ProgressStep, leave: () => void) => ReactNode
  /** Replaces title and subtitle; `null` shows none. */
  readonly header?: ReactNode
  /** Comes last, in every step. */
  readonly footer?: ReactNode
  /** Added to the outermost element, for colours (`--lnl-…`) and spacing. */
  readonly className?: string
}

/**
 * The whole login: consent, network check, image, token, phone entry, verification, and a fallback that says why.
 * Import `@local-number/taro/style.css` once.
 *
 * @example
 * <LocalNumberLogin appId='300011877495' appName='小店' consentVersion='1' api={{ baseUrl }} onVerified={logIn} />
 * @supported weapp, h5 from http pages; alipay, tt, swan, qq and jd show the fallback, reason `platformUnsupported`
 */
export function LocalNumberLogin(props: LocalNumberLoginProps) {
  const { locale = 'zh-CN', header, footer, className = '', onOpenTerms } = props
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
          <Text className="lnl-title" {...meaning({ role: 'heading' })}>
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
  const texts = TEXTS[props.locale ?? 'zh-CN']
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
