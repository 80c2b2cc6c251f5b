// Meaning and remedy of every row, in English. Rows that say the same share one text.
import type { Advice, CodeAdvice } from '../shape'

const capabilityUnavailable: CodeAdvice = {
  meaning: 'Local-number verification is not available to this app.',
  remedy:
    'On the open platform, check the contract binding, its balance and whether the latest configuration is in effect. Until then, let users log in another way.',
}
const capabilityExpired: CodeAdvice = {
  meaning: "The app's entitlement to local-number verification has expired.",
  remedy: 'On the open platform, look up the offline date on the capability page and extend it if it has passed.',
}
const appUnknown: CodeAdvice = {
  meaning: 'The platform does not know this app: the appId does not exist.',
  remedy:
    'Compare the configured appId with the open platform digit by digit, and make sure the request goes to the right line.',
}
const platformTrouble: CodeAdvice = {
  meaning: 'The platform had a system error, so this attempt did not succeed.',
  remedy: 'Start a new attempt. If it keeps happening, contact the platform with the msgId and the time.',
}
const wxappidRefused: CodeAdvice = {
  meaning: 'The WeChat appid check failed: the platform does not accept this mini-program.',
  remedy: 'Compare the mini-program appid registered on the open platform with that of the running mini-program.',
}
const keyMissing: CodeAdvice = {
  meaning: 'The encryption method or key is empty: the platform finds no key for this app.',
  remedy:
    'Make sure the right line is used, and check on the open platform that the key settings are filled in and in effect.',
}
const signatureRefused: CodeAdvice = {
  meaning: 'The signature of the verification request did not pass.',
  remedy:
    'On the server, check the private key, the algorithm and the field order used for signing, and verify one signature with the public key registered on the open platform.',
}
const scenarioRefused: CodeAdvice = {
  meaning: 'The way this app connects differs from how it is registered, so the platform refused.',
  remedy: 'On the open platform, check the access scenario type: a mini-program needs the mini-program scenario.',
}
const verifyParameterRefused: CodeAdvice = {
  meaning: 'A parameter of the verification request is not valid.',
  remedy: "Check every required field of header and body against the server interface's document.",
}
const messageMalformed: CodeAdvice = {
  meaning: 'The platform could not parse the verification request.',
  remedy: 'Check the body and the content type that the server sends: standard JSON, and every value a string.',
}
const tokenRefused: CodeAdvice = {
  meaning: 'The token was not accepted; a new one is needed.',
  remedy:
    'Retrieve the number again and submit quickly. If it fails every time, check how userInformation is passed on and whether the token is used twice.',
}
const tooManyChecks: CodeAdvice = {
  meaning: 'This number has no checks left today.',
  remedy:
    'Log in another way today; the count starts again tomorrow. If the business needs more, raise the limit in the settings on the open platform.',
}
const addressRefused: CodeAdvice = {
  meaning: "The business server's outgoing IP address is not on the platform's white list.",
  remedy: "Find the server's real outgoing address (mind NAT and proxies) and register it on the open platform.",
}

export const codes: Advice['codes'] = {
  'getMobile.500': {
    meaning: "The phone's own number could not be retrieved.",
    remedy:
      "Let the user log in another way. To find the reason, capture the image request's answer and look up the code inside it.",
  },
  'getMobile.111002': {
    meaning: "The gateway did not add the phone's number, so it could not be retrieved.",
    remedy: 'Turn Wi-Fi off and try again on China Mobile data, or log in another way.',
  },
  'getMobile.111034': {
    meaning: 'The platform could not confirm the WeChat mini-program behind this request.',
    remedy: 'Debug on a real phone and set referrerPolicy="no-referrer" on the image.',
  },
  'getMobile.170001': scenarioRefused,
  'getMobile.103605': keyMissing,
  'getMobile.130010': {
    meaning: 'A parameter of the number-retrieval request is empty.',
    remedy:
      'In production, check isTest: 0 leads to the test line. If the test line is meant, pass phoneNum in expandParams.',
  },
  'getMobile.130030': {
    meaning: 'A parameter of the number-retrieval request is not valid.',
    remedy:
      'Compare the parameters with the image address that the JSSDK gives; on the test line openType can only be 1.',
  },
  'getMobile.110027': capabilityUnavailable,
  'getMobile.110025': capabilityExpired,
  'getMobile.110028': appUnknown,
  'getMobile.999999': platformTrouble,
  'getMobile.103111': {
    meaning: 'The request did not come through the mobile gateway, so the number could not be retrieved.',
    remedy: 'Turn Wi-Fi and VPN off and try again on China Mobile data, or log in another way.',
  },
  'getMobile.105002': {
    meaning: 'The mobile gateway could not tell the number of this SIM card.',
    remedy: 'Use a SIM card that can make calls for mobile data, or log in another way.',
  },
  'getMobile.110029': wxappidRefused,

  'getToken.000000': {
    meaning: 'The token is there; the number can be verified now.',
    remedy: 'Type the phone number and submit it within one minute.',
  },
  'getToken.110028': appUnknown,
  'getToken.130030': {
    meaning: 'A parameter of the token request is not valid.',
    remedy: 'Check the appId, sign and openType passed to getTokenInfo: each is required.',
  },
  'getToken.130018': {
    meaning: 'The signature of the pre-sign did not pass.',
    remedy:
      'Check the private key and the algorithm that the server signs with, and that it signs the very pre-sign of this attempt.',
  },
  'getToken.130032': {
    meaning: 'The platform could not parse the token request.',
    remedy: 'Check the values passed to getTokenInfo: all strings, and expandParams written as name=value.',
  },
  'getToken.999999': platformTrouble,
  'getToken.0': {
    meaning: 'The request failed before it reached the platform.',
    remedy: "Check the phone's network, then try again.",
  },
  'getToken.500': {
    meaning: 'No token was issued.',
    remedy: 'Turn Wi-Fi off and try again on mobile data, or log in another way.',
  },
  'getToken.103605': keyMissing,
  'getToken.130010': {
    meaning: 'A parameter was empty, so the platform issued no token.',
    remedy: "Check the page's isTest: 0 means the test line, and a production app must leave it out.",
  },
  'getToken.170001': scenarioRefused,
  'getToken.110027': capabilityUnavailable,
  'getToken.110025': capabilityExpired,
  'getToken.103000': {
    meaning: 'The token is there; the number can be verified now (the success code of sister editions).',
    remedy: 'Type the phone number and submit it within one minute.',
  },
  'getToken.103911': {
    meaning: 'Tokens were requested too often; no more are given for now.',
    remedy:
      'Request a token only when the user really logs in, and use it at once. Let this user log in another way for the next ten minutes.',
  },
  'getToken.110029': wxappidRefused,

  'httpsGetMobile.103000': {
    meaning: 'The number was retrieved and the token is there; it can be verified now.',
    remedy: 'Type the phone number and submit it within two minutes.',
  },
  'httpsGetMobile.103101': {
    meaning: 'The signature of the request is wrong.',
    remedy:
      "Compare the server's appKey with the open platform, and sign appId, businessType, msgId, timestamp, traceId, version and appKey in this order with MD5.",
  },
  'httpsGetMobile.105112': {
    meaning: "The request's timestamp is not valid now.",
    remedy: 'Check the clock that the timestamp comes from, and send the request as soon as it is signed.',
  },
  'httpsGetMobile.110023': {
    meaning: 'The app has no entitlement to this edition of local-number verification.',
    remedy: 'Compare the appId with the open platform, and ask the carrier whether the contract includes this edition.',
  },
  'httpsGetMobile.110024': {
    meaning: 'The businessType does not fit the way this app is registered.',
    remedy: 'Web pages use businessType 1, mini-programs 5. Check on the open platform which of them the app has.',
  },
  'httpsGetMobile.110025': capabilityExpired,
  'httpsGetMobile.110026': {
    meaning: 'The page that sent the request is not registered for this app.',
    remedy: "Register the page's origin on the open platform, scheme and port included.",
  },
  'httpsGetMobile.170001': {
    meaning: "The page's Referer differs from the registered one, so the platform refused.",
    remedy:
      'Register the page on the open platform, and let it send its Referer: no referrer policy may remove it. For a mini-program, check the access scenario type.',
  },
  'httpsGetMobile.110029': wxappidRefused,
  'httpsGetMobile.103111': {
    meaning:
      'The request did not come through the mobile gateway of China Mobile, so the number could not be retrieved.',
    remedy: 'Turn Wi-Fi and VPN off and try again on China Mobile data, or log in another way.',
  },
  'httpsGetMobile.105002': {
    meaning: 'The mobile gateway could not tell the number of this SIM card.',
    remedy: 'Use a SIM card that can make calls for mobile data, or log in another way.',
  },
  'httpsGetMobile.103609': {
    meaning: 'This is an IoT SIM card, whose number is not retrieved.',
    remedy: 'Use the SIM card of a phone, or log in another way.',
  },
  'httpsGetMobile.111002': {
    meaning: 'The number is on the block list of the platform.',
    remedy: 'Log in another way.',
  },
  'httpsGetMobile.103911': {
    meaning: 'Tokens were requested too often; no more are given for now.',
    remedy:
      'Request a token only when the user really logs in, and use it at once. Let this user log in another way for the next ten minutes.',
  },
  'httpsGetMobile.130010': {
    meaning: 'A parameter of the request is empty.',
    remedy: 'Check that every documented field is sent, each as a string.',
  },
  'httpsGetMobile.103211': platformTrouble,
  'httpsGetMobile.0': {
    meaning: 'The request failed before it reached the platform.',
    remedy: "Check the phone's network, then try again.",
  },
  'httpsGetMobile.500': {
    meaning: 'The platform gave no usable answer.',
    remedy: 'Try again, or log in another way.',
  },

  'verify.000': {
    meaning: "This is the phone's own number: verified.",
    remedy: 'Nothing to do: let the user in.',
  },
  'verify.001': {
    meaning: "The number typed is not this phone's own number.",
    remedy: 'Type the number of the SIM card that mobile data runs on, and try again.',
  },
  'verify.120020': tokenRefused,
  'verify.121011': tooManyChecks,
  'verify.130016': {
    meaning: 'Decoding failed: the platform cannot read the ciphertext or the signature.',
    remedy:
      "Follow the document's notes on the encryption package: where the keys come from, whether they match, how to sign, how phoneNum is encrypted.",
  },
  'verify.130018': signatureRefused,
  'verify.130032': messageMalformed,
  'verify.130010': {
    meaning: 'The verification request lacks a value, most likely the token or userInformation.',
    remedy: 'Do not verify without a token. Then look one step back: was the token asked for on the wrong line?',
  },
  'verify.130030': verifyParameterRefused,
  'verify.103605': keyMissing,
  'verify.110004': addressRefused,
  'verify.110025': capabilityExpired,
  'verify.110027': capabilityUnavailable,
  'verify.110028': appUnknown,
  'verify.999999': {
    meaning: 'The platform had a system error and could not compare the numbers.',
    remedy:
      'Start a new attempt. If it keeps happening, check how phoneNum is encrypted first, then contact the platform with the msgId and the time.',
  },
  'verify.002': {
    meaning: "The platform did not get the phone's own number, so there is nothing to compare with.",
    remedy: 'Turn Wi-Fi off and try again on China Mobile data, or log in another way.',
  },
  'verify.003': {
    meaning: 'An internal call of the platform failed, so the token was not checked.',
    remedy: 'Retrieve the number again. If it keeps happening, contact the platform with the msgId and the time.',
  },
  'verify.004': {
    meaning: 'The phone number is encrypted wrongly: the platform cannot open phoneNum.',
    remedy: 'On the server, check the platform public key and the way phoneNum is encrypted.',
  },
  'verify.102': verifyParameterRefused,
  'verify.124': addressRefused,
  'verify.302': signatureRefused,
  'verify.303': messageMalformed,
  'verify.606': tokenRefused,
  'verify.999': platformTrouble,
  'verify.102315': tooManyChecks,
}
