// The component's texts in English.
import type { Texts } from './texts'

export const en: Texts = {
  title: 'Sign in with this number',
  subtitle: 'Your carrier confirms that the number is in this phone. No text message needed.',
  consent: 'I have read and agree to {terms}, and allow {app} to verify the number of this phone',
  and: ' and ',
  comma: ', ',
  mustAgree: 'Please read and tick the box first',
  agree: 'Agree and continue',
  progress: {
    authorizing: 'Waiting for your permission…',
    checkingNetwork: 'Checking the network…',
    acquiring: 'Confirming the SIM card…',
    renewing: 'Confirming the SIM card again…',
    verifying: 'Checking the number…',
  },
  turnWifiOff: {
    title: 'Turn Wi-Fi off',
    advice: 'Your carrier can recognize the SIM card on mobile data only. Once Wi-Fi is off, this continues by itself.',
    waiting: 'Waiting for mobile data…',
  },
  phone: { label: 'Phone number', placeholder: 'The number of this phone', submit: 'Sign in' },
  problems: {
    invalidPhone: 'Enter the 11 digits of the number',
    notThisNumber: 'This is not the number of the SIM card that is online in this phone. Check it and try again.',
  },
  attemptsLeft: 'Attempts left: {n}',
  otherWay: 'Sign in another way',
  verified: 'Verified',
  reasons: {
    privacyDenied: {
      title: 'The permission was not given',
      advice: 'The number of this phone is checked only if you allow it. Agree once more, or sign in another way.',
    },
    wifi: { title: 'You are on Wi-Fi', advice: 'Turn Wi-Fi off and use mobile data to sign in with this number.' },
    offline: { title: 'No network', advice: 'Turn mobile data on and try again.' },
    networkRefused: { title: 'This network cannot be used', advice: 'Use China Mobile data and try again.' },
    platformUnsupported: {
      title: 'Not available here',
      advice: 'Sign in another way, or open the mini-program in WeChat on your phone.',
    },
    httpsPage: {
      title: 'Not available on this page',
      advice: 'Browsers do not allow this check on secure pages. Please sign in another way.',
    },
    numberRetrievalFailed: {
      title: 'The SIM card was not confirmed',
      advice: 'Make sure that you are on China Mobile data, with Wi-Fi, hotspots and VPN off.',
    },
    otherCarrier: {
      title: 'China Mobile numbers only',
      advice: 'The SIM card that is online belongs to another carrier. Please sign in another way.',
    },
    clockWrong: {
      title: 'The phone’s time is wrong',
      advice: 'Turn on automatic time in the settings, then try again.',
    },
    signingRefused: { title: 'Not possible just now', advice: 'Try again later, or sign in another way.' },
    tokenRefused: {
      title: 'Not possible just now',
      advice: 'The carrier did not accept the request. Please sign in another way.',
    },
    carrierUnreachable: { title: 'The carrier is not responding', advice: 'Check the network and try again.' },
    serverUnreachable: { title: 'The server is not responding', advice: 'Check the network and try again.' },
    timeout: { title: 'The network is too slow', advice: 'It took too long. Try again, or sign in another way.' },
    verificationUnavailable: {
      title: 'Not possible just now',
      advice: 'The carrier could not check the number. Try again later, or sign in another way.',
    },
    dailyLimit: {
      title: 'No checks left for today',
      advice: 'This number has used up its checks for today. Sign in another way, or come back tomorrow.',
    },
    attemptsExhausted: { title: 'Too many attempts', advice: 'The number did not match. Please sign in another way.' },
    userChoice: { title: 'Sign in another way', advice: 'You can come back to signing in with this number.' },
    misconfigured: { title: 'Not possible just now', advice: 'Please sign in another way.' },
  },
  retry: {
    consent: 'Sign in with this number',
    checkingNetwork: 'Try again',
    awaitingCellular: 'Turn Wi-Fi off and try again',
    phoneEntry: 'Back to the number',
  },
  reference: 'Reference',
  sheet: {
    advice: 'Copy the link and open it in a browser.',
    copy: 'Copy the link',
    copied: 'Link copied',
    close: 'Close',
  },
}
