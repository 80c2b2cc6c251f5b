// Causes that the document lists word for word under several codes.

/** 110027 [S appendix] */
export const capabilityCauses = ['contractUnbound', 'balanceExhausted', 'configurationPending'] as const

/** 130016 and 130018 [S appendix], without the one that needs an encrypted number. */
export const signingCauses = ['keysNotFromTool', 'keyPairMismatch', 'signedWithoutTool'] as const

/** 130016 and 130018 [S appendix], where the call carries phoneNum. */
export const cryptoCauses = [...signingCauses, 'phoneNumEncryption'] as const

/** 120020 [S appendix] */
export const tokenCauses = ['tokenExpired', 'userInformationMissing', 'userInformationEncoding', 'tokenReused'] as const
