// Made by scripts/api-options.ts from miniprogram-api-typings.

export interface WeChatOption {
  /** The type of its values, in WeChat's words; `null` if it accepts several. */
  readonly type: string | null
  readonly required: boolean
  /** The base library that it came with; `null` if the typings name none. */
  readonly since: string | null
}

export interface WeChatApi {
  readonly since: string | null
  /** Without success, fail and complete. */
  readonly options: Readonly<Record<string, WeChatOption>>
  /** What its success callback receives, each with the base library. */
  readonly results: Readonly<Record<string, string | null>>
}

// biome-ignore format: generated
export const WECHAT_APIS: Readonly<Record<string, WeChatApi>> = {
  "request": {
    since: null,
    options: {
      url: {"type":"String","required":true,"since":null},
      data: {"type":null,"required":false,"since":null},
      dataType: {"type":"String","required":false,"since":null},
      enableCache: {"type":null,"required":false,"since":"2.10.4"},
      enableChunked: {"type":null,"required":false,"since":"2.20.2"},
      enableHttp2: {"type":null,"required":false,"since":"2.10.4"},
      enableHttpDNS: {"type":null,"required":false,"since":"2.19.1"},
      enableHttpDNSFallback: {"type":null,"required":false,"since":"3.16.2"},
      enableProfile: {"type":null,"required":false,"since":null},
      enableQuic: {"type":null,"required":false,"since":"2.10.4"},
      forceCellularNetwork: {"type":null,"required":false,"since":"2.21.0"},
      header: {"type":"Object","required":false,"since":null},
      httpDNSServiceId: {"type":"String","required":false,"since":"2.19.1"},
      httpDNSTimeout: {"type":"Number","required":false,"since":"3.8.9"},
      method: {"type":"String","required":false,"since":null},
      redirect: {"type":"String","required":false,"since":"3.2.2"},
      responseType: {"type":"String","required":false,"since":"1.7.0"},
      timeout: {"type":"Number","required":false,"since":"2.10.0"},
      useHighPerformanceMode: {"type":null,"required":false,"since":"3.3.3"},
    },
    results: {
      cookies: "2.10.0",
      data: null,
      exception: "3.0.0",
      header: "1.2.0",
      profile: "2.10.4",
      statusCode: null,
      useHttpDNS: "3.4.10",
      errMsg: null,
    },
  },
  "cloud.init": {
    since: null,
    options: {
      env: {"type":"String","required":false,"since":null},
      traceUser: {"type":null,"required":false,"since":null},
    },
    results: {
    },
  },
  "cloud.callFunction": {
    since: null,
    options: {
      name: {"type":"String","required":true,"since":null},
      data: {"type":null,"required":false,"since":null},
      slow: {"type":null,"required":false,"since":null},
      config: {"type":null,"required":false,"since":null},
    },
    results: {
    },
  },
  "getNetworkType": {
    since: null,
    options: {
    },
    results: {
      hasSystemProxy: "2.22.1",
      networkType: null,
      signalStrength: null,
      weakNet: "3.5.3",
      errMsg: null,
    },
  },
  "getSystemInfo": {
    since: null,
    options: {
    },
    results: {
    },
  },
  "getSystemInfoAsync": {
    since: "2.14.1",
    options: {
    },
    results: {
    },
  },
  "getRandomValues": {
    since: "2.15.0",
    options: {
      length: {"type":"Number","required":true,"since":null},
    },
    results: {
      randomValues: null,
      errMsg: null,
    },
  },
  "setStorage": {
    since: null,
    options: {
      data: {"type":null,"required":true,"since":null},
      key: {"type":"String","required":true,"since":null},
      encrypt: {"type":null,"required":false,"since":"2.21.3"},
    },
    results: {
    },
  },
  "getStorage": {
    since: null,
    options: {
      key: {"type":"String","required":true,"since":null},
      encrypt: {"type":null,"required":false,"since":"2.21.3"},
    },
    results: {
      data: null,
      errMsg: null,
    },
  },
  "removeStorage": {
    since: null,
    options: {
      key: {"type":"String","required":true,"since":null},
    },
    results: {
    },
  },
  "clearStorage": {
    since: null,
    options: {
    },
    results: {
    },
  },
  "getStorageInfo": {
    since: null,
    options: {
    },
    results: {
    },
  },
  "navigateTo": {
    since: null,
    options: {
      url: {"type":"String","required":true,"since":null},
      events: {"type":"Object","required":false,"since":null},
      routeConfig: {"type":"Object","required":false,"since":null},
      routeOptions: {"type":"Object","required":false,"since":null},
      routeType: {"type":"String","required":false,"since":null},
      withOpenContainer: {"type":"Object","required":false,"since":null},
    },
    results: {
      eventChannel: null,
      errMsg: null,
    },
  },
  "redirectTo": {
    since: null,
    options: {
      url: {"type":"String","required":true,"since":null},
    },
    results: {
    },
  },
  "reLaunch": {
    since: "1.1.0",
    options: {
      url: {"type":"String","required":true,"since":null},
    },
    results: {
    },
  },
  "navigateBack": {
    since: null,
    options: {
      delta: {"type":"Number","required":false,"since":null},
    },
    results: {
    },
  },
  "setNavigationBarTitle": {
    since: null,
    options: {
      title: {"type":"String","required":true,"since":null},
    },
    results: {
    },
  },
  "setNavigationBarColor": {
    since: "1.4.0",
    options: {
      backgroundColor: {"type":"String","required":true,"since":null},
      frontColor: {"type":"String","required":true,"since":null},
      animation: {"type":null,"required":false,"since":null},
    },
    results: {
    },
  },
  "pageScrollTo": {
    since: "1.4.0",
    options: {
      duration: {"type":"Number","required":false,"since":null},
      offsetTop: {"type":"Number","required":false,"since":"2.23.1"},
      scrollTop: {"type":"Number","required":false,"since":null},
      selector: {"type":"String","required":false,"since":"2.7.3"},
    },
    results: {
    },
  },
  "showModal": {
    since: null,
    options: {
      cancelColor: {"type":"String","required":false,"since":null},
      cancelText: {"type":"String","required":false,"since":null},
      confirmColor: {"type":"String","required":false,"since":null},
      confirmText: {"type":"String","required":false,"since":null},
      content: {"type":"String","required":false,"since":null},
      editable: {"type":null,"required":false,"since":"2.17.1"},
      placeholderText: {"type":"String","required":false,"since":"2.17.1"},
      showCancel: {"type":null,"required":false,"since":null},
      title: {"type":"String","required":false,"since":null},
    },
    results: {
      cancel: "1.1.0",
      confirm: null,
      content: null,
      errMsg: null,
    },
  },
  "showToast": {
    since: null,
    options: {
      title: {"type":"String","required":true,"since":null},
      duration: {"type":"Number","required":false,"since":null},
      icon: {"type":"String","required":false,"since":null},
      image: {"type":"String","required":false,"since":"1.1.0"},
      mask: {"type":null,"required":false,"since":null},
    },
    results: {
    },
  },
  "showLoading": {
    since: "1.1.0",
    options: {
      title: {"type":"String","required":true,"since":null},
      mask: {"type":null,"required":false,"since":null},
    },
    results: {
    },
  },
  "vibrateShort": {
    since: "1.2.0",
    options: {
      type: {"type":"String","required":true,"since":"2.13.0"},
    },
    results: {
    },
  },
  "hideToast": {
    since: null,
    options: {
      noConflict: {"type":null,"required":false,"since":"2.22.1"},
    },
    results: {
    },
  },
  "hideLoading": {
    since: "1.1.0",
    options: {
      noConflict: {"type":null,"required":false,"since":"2.22.1"},
    },
    results: {
    },
  },
  "setClipboardData": {
    since: "1.1.0",
    options: {
      data: {"type":"String","required":true,"since":null},
    },
    results: {
    },
  },
  "getClipboardData": {
    since: "1.1.0",
    options: {
    },
    results: {
    },
  },
  "getPrivacySetting": {
    since: "2.32.3",
    options: {
    },
    results: {
      needAuthorization: null,
      privacyContractName: null,
      errMsg: null,
    },
  },
  "requirePrivacyAuthorize": {
    since: "2.32.3",
    options: {
    },
    results: {
    },
  },
  "login": {
    since: null,
    options: {
      timeout: {"type":"Number","required":false,"since":"1.9.90"},
    },
    results: {
      code: null,
      errMsg: null,
    },
  },
}
