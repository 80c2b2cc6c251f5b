// Meaning and remedy of every row, in simplified Chinese. Rows that say the same share one text.
import type { Advice, CodeAdvice } from '../shape'

const capabilityUnavailable: CodeAdvice = {
  meaning: '应用的本机号码校验能力不可用。',
  remedy: '登录开放平台，依次核对合同绑定、合同余额和新配置的生效状态；恢复之前让用户用其他方式登录。',
}
const capabilityExpired: CodeAdvice = {
  meaning: '应用的本机号码校验权益已失效。',
  remedy: '登录开放平台，在能力配置页面查看下线时间，过期的要续期。',
}
const appUnknown: CodeAdvice = {
  meaning: '平台不认识这个应用：appId 不存在。',
  remedy: '把配置里的 appId 与开放平台上的逐位对照，并确认请求没有发错线路。',
}
const platformTrouble: CodeAdvice = {
  meaning: '平台系统异常，这一次没有成功。',
  remedy: '重新发起一次即可；反复出现时，带上 msgId 和发生时间联系平台。',
}
const wxappidRefused: CodeAdvice = {
  meaning: '微信 appid 校验失败，平台不接受这个小程序。',
  remedy: '核对开放平台上报备的小程序 appid 与正在运行的小程序是否一致。',
}
const keyMissing: CodeAdvice = {
  meaning: '加密方式或密钥值为空，平台找不到应用的密钥。',
  remedy: '确认线路没有用错，并在开放平台查看密钥配置是否已填写、已生效。',
}
const signatureRefused: CodeAdvice = {
  meaning: '校验请求的签名没有通过验证。',
  remedy: '在服务端核对生签所用的私钥、算法和字段顺序，并与开放平台报备的公钥配对验证。',
}
const scenarioRefused: CodeAdvice = {
  meaning: '接入场景与应用的登记不符，平台拒绝了请求。',
  remedy: '在开放平台检查“接入场景类型”：小程序接入必须选小程序场景。',
}
const verifyParameterRefused: CodeAdvice = {
  meaning: '校验请求的参数无效。',
  remedy: '对照服务端接口文档，逐个检查请求头和请求体的必填字段。',
}
const messageMalformed: CodeAdvice = {
  meaning: '平台解析不了校验请求的参数。',
  remedy: '检查服务端发出的报文和 content-type：必须是标准 json，字段值都用字符串。',
}
const tokenRefused: CodeAdvice = {
  meaning: 'token 校验失败，需要重新取一次。',
  remedy: '重新取号并尽快提交；每次都失败时，再查 userInformation 的传递和 token 是否被用了两次。',
}
const tooManyChecks: CodeAdvice = {
  meaning: '这个号码今天的校验次数已经用完。',
  remedy: '今天请改用其他方式登录，明天恢复；业务需要更高上限时，在开放平台配置项里修改。',
}
const addressRefused: CodeAdvice = {
  meaning: '业务服务端的出口 IP 不在平台的白名单里。',
  remedy: '查出服务器真实的出口 IP（注意 NAT 和代理），在开放平台补充报备。',
}

export const codes: Advice['codes'] = {
  'getMobile.500': {
    meaning: '没有取到本机号码。',
    remedy: '先让用户用其他方式登录；要查原因，就抓包看图片请求的应答，按里面的具体返回码处理。',
  },
  'getMobile.111002': {
    meaning: '网关没有插入手机号，取不到本机号码。',
    remedy: '请关闭 Wi-Fi，用中国移动的数据网络再试，或者改用其他方式登录。',
  },
  'getMobile.111034': {
    meaning: '平台核对不上本机的微信小程序信息。',
    remedy: '换真机调试，并给图片设置 referrerPolicy="no-referrer"。',
  },
  'getMobile.170001': scenarioRefused,
  'getMobile.103605': keyMissing,
  'getMobile.130010': {
    meaning: '取号请求的参数为空。',
    remedy: '生产应用检查 isTest，传 0 就会连到测试线；确实在联调，就在 expandParams 里传 phoneNum。',
  },
  'getMobile.130030': {
    meaning: '取号请求的参数无效。',
    remedy: '对照 JSSDK 给出的图片地址，检查各参数的格式；联调时 openType 只能填 1。',
  },
  'getMobile.110027': capabilityUnavailable,
  'getMobile.110025': capabilityExpired,
  'getMobile.110028': appUnknown,
  'getMobile.999999': platformTrouble,
  'getMobile.103111': {
    meaning: '请求不是从移动网关过来的，取不到本机号码。',
    remedy: '请关闭 Wi-Fi 和 VPN，用中国移动的数据网络再试，或者改用其他方式登录。',
  },
  'getMobile.105002': {
    meaning: '移动网关没能识别这张卡的号码。',
    remedy: '请换一张可以打电话的手机卡上网，或者改用其他方式登录。',
  },
  'getMobile.110029': wxappidRefused,

  'getToken.000000': {
    meaning: '已取到 token，可以校验号码了。',
    remedy: '请在一分钟内输入手机号码并提交。',
  },
  'getToken.110028': appUnknown,
  'getToken.130030': {
    meaning: '获取 token 的参数无效。',
    remedy: '检查传给 getTokenInfo 的 appId、sign 和 openType，必填的都要有值。',
  },
  'getToken.130018': {
    meaning: '准签名的签名没有通过验证。',
    remedy: '核对服务端生签所用的私钥与算法，并确认签的正是这一次 getSign 给出的准签名。',
  },
  'getToken.130032': {
    meaning: '平台解析不了获取 token 的参数。',
    remedy: '检查传给 getTokenInfo 的值：全部用字符串，expandParams 按“参数名=值”书写。',
  },
  'getToken.999999': platformTrouble,
  'getToken.0': {
    meaning: '请求异常，没有连上平台。',
    remedy: '请检查手机的网络后再试一次。',
  },
  'getToken.500': {
    meaning: '没有取到 token。',
    remedy: '请关闭 Wi-Fi 用移动数据再试，或者改用其他方式登录。',
  },
  'getToken.103605': keyMissing,
  'getToken.130010': {
    meaning: '参数为空，平台没有发放 token。',
    remedy: '检查页面的 isTest：传 0 就是测试线，生产应用不要传。',
  },
  'getToken.170001': scenarioRefused,
  'getToken.110027': capabilityUnavailable,
  'getToken.110025': capabilityExpired,
  'getToken.103000': {
    meaning: '已取到 token，可以校验号码了（同系列其他版本的成功码）。',
    remedy: '请在一分钟内输入手机号码并提交。',
  },
  'getToken.103911': {
    meaning: '取 token 太频繁，平台暂时不再发放。',
    remedy: '只在用户真要登录时取 token，取了就用；本次先让用户用其他方式登录，过十分钟再试。',
  },
  'getToken.110029': wxappidRefused,

  'httpsGetMobile.103000': {
    meaning: '取号成功并已拿到 token，可以校验号码了。',
    remedy: '请在两分钟内输入手机号码并提交。',
  },
  'httpsGetMobile.103101': {
    meaning: '请求的签名错误。',
    remedy:
      '核对服务端的 appKey 与开放平台是否一致，并按 appId、businessType、msgId、timestamp、traceId、version、appKey 的顺序拼接后做 MD5。',
  },
  'httpsGetMobile.105112': {
    meaning: '请求的时间戳不在有效范围内。',
    remedy: '检查生成时间戳的时钟是否准确，签名后立即发出请求。',
  },
  'httpsGetMobile.110023': {
    meaning: '应用没有这个版本的本机号码校验权益。',
    remedy: '把 appId 与开放平台逐位对照，并向运营商确认合同是否包含这个版本。',
  },
  'httpsGetMobile.110024': {
    meaning: 'businessType 与应用的登记不符。',
    remedy: '网页用 1，小程序用 5；在开放平台确认应用开通的是哪一种。',
  },
  'httpsGetMobile.110025': capabilityExpired,
  'httpsGetMobile.110026': {
    meaning: '发起请求的页面没有为这个应用报备。',
    remedy: '在开放平台报备页面的来源，协议和端口都要写全。',
  },
  'httpsGetMobile.170001': {
    meaning: '页面的 Referer 与报备的不符，平台拒绝了请求。',
    remedy: '在开放平台报备页面地址，并让页面带上 Referer，不要用 referrer 策略去掉它；小程序则检查“接入场景类型”。',
  },
  'httpsGetMobile.110029': wxappidRefused,
  'httpsGetMobile.103111': {
    meaning: '请求不是从中国移动的网关过来的，取不到本机号码。',
    remedy: '请关闭 Wi-Fi 和 VPN，用中国移动的数据网络再试，或者改用其他方式登录。',
  },
  'httpsGetMobile.105002': {
    meaning: '移动网关没能识别这张卡的号码。',
    remedy: '请换一张可以打电话的手机卡上网，或者改用其他方式登录。',
  },
  'httpsGetMobile.103609': {
    meaning: '这是物联网卡，平台不取它的号码。',
    remedy: '请改用手机卡上网，或者用其他方式登录。',
  },
  'httpsGetMobile.111002': {
    meaning: '这个号码在平台的黑名单里。',
    remedy: '请改用其他方式登录。',
  },
  'httpsGetMobile.103911': {
    meaning: '取 token 太频繁，平台暂时不再发放。',
    remedy: '只在用户真要登录时取 token，取了就用；本次先让用户用其他方式登录，过十分钟再试。',
  },
  'httpsGetMobile.130010': {
    meaning: '请求有参数为空。',
    remedy: '检查文档要求的字段是否都已发送，值都用字符串。',
  },
  'httpsGetMobile.103211': platformTrouble,
  'httpsGetMobile.0': {
    meaning: '请求异常，没有连上平台。',
    remedy: '请检查手机的网络后再试一次。',
  },
  'httpsGetMobile.500': {
    meaning: '平台没有给出可用的应答。',
    remedy: '请再试一次，或者改用其他方式登录。',
  },

  'verify.000': { meaning: '是本机号码，校验通过。', remedy: '无需处理，直接让用户登录。' },
  'verify.001': {
    meaning: '填写的号码不是本机号码。',
    remedy: '请填写正在用来上网的那张手机卡的号码，再试一次。',
  },
  'verify.120020': tokenRefused,
  'verify.121011': tooManyChecks,
  'verify.130016': {
    meaning: '平台解码失败，读不懂校验请求里的密文或签名。',
    remedy: '对照文档的加密包说明，逐项核对密钥来源、公私钥配对、生签方法和 phoneNum 的加密。',
  },
  'verify.130018': signatureRefused,
  'verify.130032': messageMalformed,
  'verify.130010': {
    meaning: '校验请求缺少参数，多半是 token 或 userInformation 为空。',
    remedy: '没有取到 token 就不要发起校验；再往前查获取 token 时是否连错了线路。',
  },
  'verify.130030': verifyParameterRefused,
  'verify.103605': keyMissing,
  'verify.110004': addressRefused,
  'verify.110025': capabilityExpired,
  'verify.110027': capabilityUnavailable,
  'verify.110028': appUnknown,
  'verify.999999': {
    meaning: '平台系统异常，这一次没有校验成。',
    remedy: '重新发起一次；反复出现时先查 phoneNum 的加密，再带上 msgId 和发生时间联系平台。',
  },
  'verify.002': {
    meaning: '平台没有取到本机号码，无法比对。',
    remedy: '请关闭 Wi-Fi，用中国移动的数据网络再试，或者改用其他方式登录。',
  },
  'verify.003': {
    meaning: '平台内部调用失败，没能核对 token。',
    remedy: '重新取号再试一次；反复出现时，带上 msgId 和发生时间联系平台。',
  },
  'verify.004': {
    meaning: '加密手机号码错误，平台解不开 phoneNum。',
    remedy: '在服务端核对平台公钥和 phoneNum 的加密方法。',
  },
  'verify.102': verifyParameterRefused,
  'verify.124': addressRefused,
  'verify.302': signatureRefused,
  'verify.303': messageMalformed,
  'verify.606': tokenRefused,
  'verify.999': platformTrouble,
  'verify.102315': tooManyChecks,
}
