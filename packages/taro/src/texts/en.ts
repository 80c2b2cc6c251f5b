// The component's texts in English.
import type { Locale, Texts } from './texts'

const UNCONFIRMED = { title: 'Not available right now', advice: "The carrier couldn't confirm this phone's number." }
const NOT_SERVED = { title: 'Service unavailable', advice: '' }
const OTHER_SIM = "You're using another carrier's SIM."

const texts: Texts = {
  title: 'Sign in with your phone number',
  subtitle: 'Verified by your carrier. No SMS code needed.',
  carrier: { 1: 'Number check by China Mobile', 0: 'Number check by your carrier' },
  consent: "I have read and agree to {terms} and allow {app} to verify this phone's number",
  carrierTerms: [
    'China Mobile Authentication Terms (in Chinese)',
    'China Unicom Authentication Terms (in Chinese)',
    'China Telecom Account Terms (in Chinese)',
  ],
  quotes: ['', ''],
  and: ' and ',
  comma: ', ',
  agree: "Sign in with this phone's number",
  agreeDialog: {
    title: 'Please accept the terms',
    body: "By accepting, you agree to {terms} and allow {app} to verify this phone's number.",
    disagree: 'Decline',
    agree: 'Accept and sign in',
  },
  progress: {
    authorizing: 'Please allow it in the pop-up',
    checkingNetwork: "Checking this phone's number…",
    acquiring: "Checking this phone's number…",
    renewing: "Checking this phone's number…",
    verifying: 'Signing in…',
    openingSession: 'Signing in…',
  },
  turnWifiOff: {
    title: 'Turn off Wi\u2011Fi',
    advice: 'Turn off Wi\u2011Fi and turn on mobile data in Settings. Sign-in continues automatically.',
  },
  phone: {
    label: "This phone's number",
    placeholder: '11 digits',
    submit: 'Sign in',
    another: 'Use another number',
    clear: 'Clear',
  },
  problems: {
    invalidPhone: 'Enter an 11-digit number',
    notThisNumber: "Not this phone's number.",
    consentMissing: 'Please read and accept the terms first',
  },
  notThisNumberTries: "Not this phone's number. {n} tries left.",
  notThisNumberAgain: "Two SIMs? Enter the data SIM's number. {n} tries left.",
  notThisNumberLastTry: "Not this phone's number. 1 try left.",
  otherWay: 'Sign in another way',
  useOtherWay: 'Please sign in another way.',
  verified: 'Verified',
  reasons: {
    privacyDenied: { title: 'Not allowed', advice: "Allow access so that we can check this phone's number." },
    wifi: { title: 'Turn off Wi\u2011Fi', advice: 'Turn off Wi\u2011Fi and turn on mobile data in Settings.' },
    offline: { title: 'No connection', advice: 'Turn on mobile data and try again.' },
    networkRefused: { title: "This network isn't supported", advice: 'Use China Mobile data and try again.' },
    platformUnsupported: {
      title: 'Not available on this device',
      advice: 'Open the mini-program in WeChat on a phone.',
    },
    httpsPage: { title: 'Not available on this page', advice: '' },
    numberRetrievalFailed: {
      title: "We couldn't verify your SIM",
      advice: 'Only China Mobile numbers are supported. Use mobile data and turn off Wi\u2011Fi, hotspot and VPN.',
    },
    otherCarrier: { title: 'China Mobile numbers only', advice: OTHER_SIM },
    clockWrong: { title: "Check your phone's time", advice: 'Turn on automatic time in Settings and try again.' },
    signingRefused: NOT_SERVED,
    tokenRefused: UNCONFIRMED,
    carrierUnreachable: { title: "The carrier isn't responding", advice: 'Check your connection and try again.' },
    serverUnreachable: { title: 'Service unavailable', advice: 'Please try again later.' },
    timeout: { title: 'The network is slow', advice: 'Check your connection and try again.' },
    verificationUnavailable: UNCONFIRMED,
    dailyLimit: { title: 'Daily limit reached', advice: 'You can try this again tomorrow.' },
    attemptsExhausted: { title: 'Too many tries', advice: "The number didn't match." },
    rateLimited: { title: 'Too many requests', advice: 'Please try again later.' },
    loginRefused: { title: "This number can't sign in here", advice: 'If that looks wrong, please contact support.' },
    userChoice: { title: 'Sign in another way', advice: '' },
    misconfigured: NOT_SERVED,
  },
  anyCarrier: {
    numberRetrievalFailed: {
      title: "We couldn't verify your SIM",
      advice: 'Use mobile data and turn off Wi\u2011Fi, hotspot and VPN.',
    },
    networkRefused: { title: "This network isn't supported", advice: 'Use mobile data and try again.' },
    otherCarrier: { title: 'Carrier not supported', advice: OTHER_SIM },
  },
  wait: {
    second: 'You can try again in {n} second.',
    seconds: 'You can try again in {n} seconds.',
    minute: 'You can try again in {n} minute.',
    minutes: 'You can try again in {n} minutes.',
    hours: 'You can try again in {n} hours.',
    over: 'You can try again now.',
  },
  sessionFailed: { title: 'Sign-in failed', advice: 'Please try again.' },
  retry: {
    consent: "Sign in with this phone's number",
    checkingNetwork: 'Try again',
    awaitingCellular: "I've turned it off",
    phoneEntry: 'Back to the number',
  },
  retryNow: 'Try again',
  restart: 'Start over',
  cancel: 'Not now',
  back: 'Back',
  reference: 'Reference',
  copy: 'Copy',
  copied: 'Copied',
  sheet: { advice: 'Copy the link and open it in a browser.', close: 'Close' },
}

export const en: Locale = { tag: 'en', texts }
