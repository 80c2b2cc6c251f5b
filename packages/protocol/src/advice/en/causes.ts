// Every cause and what to check, in English.
import type { Advice } from '../shape'

export const causes: Advice['causes'] = {
  hiddenBehind500: {
    cause:
      "In production every failure of number retrieval appears as 500; the concrete code is inside the image's answer.",
    remedy: 'Capture the answer of getMobile.htm, read the code in its body and look that one up here.',
  },
  testPhoneNumMissing: {
    cause: 'The test line simulates number retrieval, and expandParams carries no phone number.',
    remedy: 'On the test line, pass phoneNum=<number> in expandParams.',
  },
  imageParameterMissing: {
    cause: 'The address of the number-retrieval image lacks a parameter, or one of them is empty.',
    remedy:
      'Use the address that getImgSrc gives as it is, never one joined by hand, and check that userInformation is not empty.',
  },
  imageParameterMalformed: {
    cause: 'A parameter in the address of the number-retrieval image is malformed.',
    remedy:
      'Check the lengths of msgId and uuid, the 17-digit timestamp, version and callType; name none of them twice.',
  },
  otherCarrier: {
    cause: 'Mobile data runs over China Unicom or China Telecom, which are not supported yet.',
    remedy: 'On a dual-SIM phone switch data to the China Mobile card; without one, log in another way.',
  },
  wifi: {
    cause: 'The phone is on Wi-Fi, so the request does not pass the mobile gateway.',
    remedy: 'Turn Wi-Fi off and try again; a page cannot switch from Wi-Fi to mobile data by itself.',
  },
  vpnOrProxy: {
    cause: "A VPN or proxy is on, so the platform does not see the mobile gateway's address.",
    remedy: 'Turn the VPN or proxy off and try again.',
  },
  dataOnlySim: {
    cause: 'The SIM card is data-only or made for devices; the gateway retrieves no number for those.',
    remedy: 'Use an ordinary SIM card, or log in another way.',
  },
  refererFromPc: {
    cause: 'The test ran on a PC, where the request carried a referer.',
    remedy: 'Debug on a real phone and set referrerPolicy="no-referrer" on the image.',
  },
  accessScenarioWrong: {
    cause:
      'The access scenario type on the open platform is the wrong one; for a mini-program neither page nor referer is checked, only this.',
    remedy: "In the app's settings on the open platform, change the access scenario type to mini-program.",
  },
  h5RefererWrong: {
    cause: 'The app connects as H5, and the page is not at the registered address or sends no referer.',
    remedy: 'Open the H5 page under the registered domain and let the image send its referer.',
  },
  capabilityNotGranted: {
    cause: 'The app has not been granted local-number verification.',
    remedy: 'On the open platform, apply for local-number verification for this app and wait until it is approved.',
  },
  contractUnbound: {
    cause: 'No contract is bound to the capability.',
    remedy: 'On the open platform, look at the contract of the capability and bind one.',
  },
  balanceExhausted: {
    cause: 'The contract has no balance left.',
    remedy: "On the open platform, look up the contract's balance and top it up.",
  },
  configurationPending: {
    cause: 'The configuration on the open platform is not in effect yet.',
    remedy: 'On the open platform, look at the state of the configuration and try again once it is in effect.',
  },
  capabilityOffline: {
    cause: 'The offline date of the capability has passed.',
    remedy: 'Check the offline date on the capability page of the open platform and apply for an extension.',
  },
  appIdUnknown: {
    cause: 'The appId in the request does not exist on the platform.',
    remedy: 'Check the configured appId: mistyped, with a space, or the wxappid in its place?',
  },
  wxappidMismatch: {
    cause: 'The wxappid in the request is not that of the registered mini-program.',
    remedy: 'Compare the appid that wx.getAccountInfoSync gives with the one registered on the open platform.',
  },
  networkUnstable: {
    cause: 'The network was unstable, or the platform was busy for a moment.',
    remedy: 'Wait a few seconds and try once more; if it lasts, check the route to the platform.',
  },
  tokenParameterMissing: {
    cause: 'getTokenInfo lacks a required parameter: appId, sign or openType.',
    remedy: 'Check them one by one, above all whether the business server really returned a sign.',
  },
  tokenParameterMalformed: {
    cause: 'A field of the token request is malformed.',
    remedy:
      'Let the JSSDK write the request; check the lengths of msgId and uuid, the 17-digit timestamp, version and callType.',
  },
  numberNotRetrieved: {
    cause:
      'No retrieved number has the ids of this token request: the image was never loaded, was loaded with other ids, or its number was exchanged already.',
    remedy: 'Ask for a token only after the image has loaded, with the same msgId, timestamp and uuid, and only once.',
  },
  openTypeWrong: {
    cause: 'openType is wrong: 1 for China Mobile, 0 for three networks, and only 1 on the test line.',
    remedy: 'Check the openType of the image and of getTokenInfo: both must be the same.',
  },
  keysNotFromTool: {
    cause: 'The customer key pair was not made with the required RSA tool class.',
    remedy: 'Make a new pair with genKeyPair of the tool class and enter its public key on the open platform.',
  },
  keyPairMismatch: {
    cause: 'The registered customer public key does not belong to the private key on the server.',
    remedy:
      'Sign a text with the private key and verify it with the registered public key; if that fails, register it again.',
  },
  signedWithoutTool: {
    cause: "The signature was not made by the tool class's method, so its algorithm or encoding differs.",
    remedy: "Sign as the tool class's sign does: MD5withRSA, base64, fields joined in the document's order.",
  },
  signedAnotherAttempt: {
    cause: 'Another attempt was signed: every call of getSign makes a new pre-sign.',
    remedy: 'Call getSign once per login and use that pre-sign from number retrieval to the token.',
  },
  phoneNumEncryption: {
    cause: 'phoneNum is encrypted wrongly.',
    remedy: 'Use the platform public key shown on the open platform, and encrypt as encryptedDataOnJava does.',
  },
  notJson: {
    cause: 'The message is malformed: not standard JSON.',
    remedy: 'Let a JSON library write the body and set content-type to application/json; never join it by hand.',
  },
  requestFailed: {
    cause:
      'The request never reached the platform: no network, a timeout, or the mini-program was sent to the background.',
    remedy: 'Make sure the phone is online and the mini-program stays in front, then try again.',
  },
  domainNotListed: {
    cause: "The platform's domain is not on the mini-program's list of request domains.",
    remedy: "In the mini-program's development settings at WeChat, add the platform's domain to the request domains.",
  },
  imageFailed: {
    cause: 'The number-retrieval image did not load, so there is no number to make a token from.',
    remedy: 'Look up the codes of number retrieval, and ask for a token only after the image has loaded.',
  },
  interfaceFailed: {
    cause: 'The token interface could not be called; the JSSDK reports that as 500.',
    remedy: 'Capture the status and answer of getToken.htm and check domain, line and network.',
  },
  wrongLine: {
    cause: 'A production app was pointed at the test line by mistake.',
    remedy:
      "isTest 0 means the test line: leave it out in production. Check the server's verify address too; both must be production.",
  },
  tooManyUnusedTokens: {
    cause: 'More than 30 tokens were issued within ten minutes and not used.',
    remedy: 'Request no token when a page merely opens, and limit the retries after a failure.',
  },
  ipNotRegistered: {
    cause: "The registered outgoing IP address is not the server's real one.",
    remedy:
      'Look up the outgoing address on the server, compare it with the white list, and update it after every move.',
  },
  tokenExpired: {
    cause: 'The token has expired: it is valid for one minute (two in the app edition).',
    remedy: 'Let the user type the number first, request the token on confirmation and submit it at once.',
  },
  userInformationMissing: {
    cause: 'The verification request carries no userInformation.',
    remedy: "Hand the userInformation of the token's callback to the server together with the token.",
  },
  userInformationEncoding: {
    cause: 'userInformation is encoded wrongly and no longer equals what the image request sent.',
    remedy: "Pass the callback's value on unchanged; only if that fails, percent-encode it once more.",
  },
  tokenReused: {
    cause: 'The same token was verified twice.',
    remedy: 'Lock the button after one tap, and never let the server resend a verification by itself.',
  },
  tokenOfAnotherApp: {
    cause: 'The token was issued to another app.',
    remedy: 'Verify with the appId that the page retrieved the number with: page and server must be configured alike.',
  },
  tokenUnknown: {
    cause: 'The platform has issued no such token, or too long ago to remember.',
    remedy: 'Pass the token on unchanged, and check that page and server use the same line.',
  },
  dailyLimitReached: {
    cause:
      'The number has reached its checks for today: 10 by the code table, 5 by the sequence diagram, configurable in both.',
    remedy: 'Look up the limit in the settings on the open platform and change it there.',
  },
  tokenNeverIssued: {
    cause: 'A production app used the test line, so the token call returned neither token nor userInformation.',
    remedy: 'Remove isTest from the page (0 means the test line) and retrieve the number again on the production line.',
  },
  numberMistyped: {
    cause: 'The number was mistyped.',
    remedy: 'Check the 11 digits of the phone number.',
  },
  dataOnOtherSim: {
    cause: 'The phone has two SIM cards, and mobile data runs on the other one.',
    remedy: 'Type the number of the card used for data, or switch the data card in the system settings.',
  },
  someoneElsesHotspot: {
    cause: "The phone uses someone else's hotspot, so the platform sees the number of the hotspot's owner.",
    remedy: 'Leave the hotspot and try again on your own mobile data.',
  },
  tokenCheckUnavailable: {
    cause: "The platform's internal token check could not be called.",
    remedy: 'Try again later with a new token; if it lasts, contact the platform.',
  },
  verifyParameterInvalid: {
    cause: 'A field of the verification request is missing, empty or malformed.',
    remedy: 'Check msgId, the 17-digit timestamp, version and every field of the body: all of them strings.',
  },
  appKeyWrong: {
    cause: "The appKey that the server signs with is not the app's own.",
    remedy: 'Copy the appKey from the open platform once more. It belongs on the server alone.',
  },
  signedTextWrong: {
    cause: 'The signed text is not that of the message: a field is missing, or the order differs.',
    remedy: 'Sign appId, businessType, msgId, timestamp, traceId, version and appKey, without separators.',
  },
  timestampStale: {
    cause: 'The timestamp is too far from the time at the platform.',
    remedy:
      "Let the business server create the ids, and check its clock. With a vendor's own script it is the phone's clock.",
  },
  businessTypeWrong: {
    cause: 'The businessType is wrong for this app: 1 is for web pages, 5 for mini-programs.',
    remedy: 'Check which of them the app has on the open platform, and whether page and server use the same one.',
  },
  originNotRegistered: {
    cause: "The page's origin is not registered for this app.",
    remedy: 'Register every origin that serves the page, test systems included.',
  },
  iotSim: {
    cause: 'The SIM card belongs to a device of the Internet of Things.',
    remedy: 'Use the SIM card of a phone for mobile data.',
  },
  numberBlocked: {
    cause: 'The platform keeps this number on its block list.',
    remedy: 'Let the user log in another way; if it must be lifted, ask the carrier.',
  },
}
