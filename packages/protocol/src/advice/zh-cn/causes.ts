// Every cause and what to check, in simplified Chinese.
import type { Advice } from '../shape'

export const causes: Advice['causes'] = {
  hiddenBehind500: {
    cause: '生产环境里，取号的各种失败都统一显示为 500，具体返回码在图片请求的应答里。',
    remedy: '抓包找到 getMobile.htm 的应答，读出具体返回码，再在本表中查它。',
  },
  testPhoneNumMissing: {
    cause: '测试线是模拟取号，但扩展参数里没有手机号。',
    remedy: '连测试线时，在 expandParams 里传 phoneNum=手机号。',
  },
  imageParameterMissing: {
    cause: '取号图片的地址缺少参数，或者参数的值为空。',
    remedy: '用 getImgSrc 给出的地址原样作为图片的 src，不要自己拼接；再确认 userInformation 不为空。',
  },
  imageParameterMalformed: {
    cause: '取号图片的地址里有参数格式不对。',
    remedy: '核对 msgId 与 uuid 的长度、17 位 timestamp、version 和 callType；同一个参数不要出现两次。',
  },
  otherCarrier: {
    cause: '上网用的是联通或电信的数据网络，目前不支持异网。',
    remedy: '双卡手机切换到中国移动的卡上网；没有移动卡就用其他方式登录。',
  },
  wifi: {
    cause: '手机正连着 Wi-Fi，请求没有经过移动网关。',
    remedy: '关闭 Wi-Fi 后重试；程序无法替用户从 Wi-Fi 切到移动数据。',
  },
  vpnOrProxy: {
    cause: '手机开着 VPN 或代理，平台看到的不是移动网关的地址。',
    remedy: '关闭 VPN 和代理后重试。',
  },
  dataOnlySim: {
    cause: '手机里是纯流量卡或物联网卡，网关不为这类卡取号。',
    remedy: '换一张普通手机卡，或者用其他方式登录。',
  },
  refererFromPc: {
    cause: '在电脑上测试，请求带上了 referer。',
    remedy: '改用真机调试，图片标签加上 referrerPolicy="no-referrer"。',
  },
  accessScenarioWrong: {
    cause: '开放平台的“接入场景类型”选错了；小程序版本不校验页面和来源，只看这一项。',
    remedy: '在开放平台的应用配置里把“接入场景类型”改成小程序。',
  },
  h5RefererWrong: {
    cause: '应用按 H5 接入，而页面地址不是报备的来源，或者没有带 referer。',
    remedy: 'H5 页面要在报备的域名下打开，并允许图片带上 referer。',
  },
  capabilityNotGranted: {
    cause: '应用没有开通本机号码校验能力。',
    remedy: '在开放平台为该应用申请“本机号码校验”能力，等审核通过。',
  },
  contractUnbound: {
    cause: '能力没有绑定合同。',
    remedy: '在开放平台查看能力与合同的绑定关系，补上绑定。',
  },
  balanceExhausted: {
    cause: '合同余额不足。',
    remedy: '在开放平台查看合同余额，充值后再试。',
  },
  configurationPending: {
    cause: '开放平台上的配置还没有生效。',
    remedy: '在开放平台查看配置的审核与生效状态，等生效后再试。',
  },
  capabilityOffline: {
    cause: '能力的下线时间已过。',
    remedy: '在开放平台的能力配置页面核对下线时间，申请延长。',
  },
  appIdUnknown: {
    cause: '请求里的 appId 在平台上不存在。',
    remedy: '核对配置里的 appId：有没有抄错、带空格，或者填成了小程序的 wxappid。',
  },
  wxappidMismatch: {
    cause: '请求里的 wxappid 与报备的小程序不一致。',
    remedy: '取 wx.getAccountInfoSync 给出的小程序 appid，与开放平台上报备的对照。',
  },
  networkUnstable: {
    cause: '网络波动，或平台一时繁忙。',
    remedy: '隔几秒重试一次；持续失败时检查到平台的网络。',
  },
  tokenParameterMissing: {
    cause: 'getTokenInfo 缺少必填参数：appId、sign 或 openType。',
    remedy: '逐个检查，尤其要看业务服务端是否真的返回了 sign。',
  },
  tokenParameterMalformed: {
    cause: '获取 token 的请求里有字段格式不对。',
    remedy: '请求由 JSSDK 生成，不要自己拼；核对 msgId 与 uuid 的长度、17 位 timestamp、version 和 callType。',
  },
  numberNotRetrieved: {
    cause: '这次请求的 msgId 等标识下没有取到的号码：图片没有加载成功、加载时用了另一组标识，或者号码已经换过 token。',
    remedy: '图片加载成功之后再取 token，msgId、timestamp、uuid 与图片地址里的一致，并且只取一次。',
  },
  openTypeWrong: {
    cause: 'openType 填错：移动取号填 1，三网取号填 0，联调时只能填 1。',
    remedy: '检查传给取号图片和 getTokenInfo 的 openType，两处要一致。',
  },
  keysNotFromTool: {
    cause: '客户公私钥不是用指定的 RSA 工具类生成的。',
    remedy: '用工具类的 genKeyPair 重新生成密钥对，把新公钥填到开放平台。',
  },
  keyPairMismatch: {
    cause: '报备的客户公钥与服务器上的客户私钥不配对。',
    remedy: '用私钥签一段文字、用报备的公钥验证；不通过就重新报备公钥。',
  },
  signedWithoutTool: {
    cause: '生签没有用指定的工具类方法，算法或编码与平台不同。',
    remedy: '按工具类的 sign 生签：MD5withRSA，结果用 base64，拼接顺序与文档一致。',
  },
  signedAnotherAttempt: {
    cause: '签的是另一次的准签名：每调用一次 getSign，准签名就换一个。',
    remedy: '每次登录只调用一次 getSign，从取号到获取 token 都用它。',
  },
  phoneNumEncryption: {
    cause: 'phoneNum 加密出错。',
    remedy: '确认用的是开放平台给出的平台公钥，并按 encryptedDataOnJava 的方法加密。',
  },
  notJson: {
    cause: '报文格式错误，不是标准的 json。',
    remedy: '用 json 库生成报文，content-type 设为 application/json，不要手工拼接。',
  },
  requestFailed: {
    cause: '请求没有到达平台：网络中断、超时，或小程序被切到了后台。',
    remedy: '确认手机能上网、小程序留在前台，然后重试。',
  },
  domainNotListed: {
    cause: '平台域名不在小程序的 request 合法域名里。',
    remedy: '在微信公众平台的开发设置里，把平台域名加入 request 合法域名。',
  },
  imageFailed: {
    cause: '取号图片没有加载成功，没有号码可以换 token。',
    remedy: '按取号的返回码排查；图片加载成功之后才获取 token。',
  },
  interfaceFailed: {
    cause: '获取 token 的接口调用失败，JSSDK 统一报 500。',
    remedy: '抓包看 getToken.htm 的状态和应答，确认域名、线路和网络都正常。',
  },
  wrongLine: {
    cause: '现网联调时错误访问了测试线的地址。',
    remedy: 'isTest 传 0 就是测试线，生产不要传；再核对服务器的校验地址，两处都要指向生产线。',
  },
  tooManyUnusedTokens: {
    cause: '十分钟内取了超过 30 个没有使用的 token。',
    remedy: '不要在进入页面时就取 token，失败后的重试也要有次数上限。',
  },
  ipNotRegistered: {
    cause: '报备的出口 IP 与实际的服务器 IP 不符。',
    remedy: '在服务器上查出口 IP，与开放平台的 IP 白名单对照，扩容和换机房后要更新。',
  },
  tokenExpired: {
    cause: 'token 过期：有效期只有一分钟（应用版文档写两分钟）。',
    remedy: '让用户先填号码，确认时再取 token，取到后立刻提交。',
  },
  userInformationMissing: {
    cause: '校验请求里没有 userInformation。',
    remedy: '把获取 token 时回调给出的 userInformation 一起交给服务器。',
  },
  userInformationEncoding: {
    cause: 'userInformation 编码出错，与取号时发给平台的值对不上。',
    remedy: '原样传递回调给出的值；仍然失败时，再按实际情况做二次编码。',
  },
  tokenReused: {
    cause: '同一个 token 校验了两次。',
    remedy: '提交按钮点一次就锁定，服务器不要自动重发校验请求。',
  },
  tokenOfAnotherApp: {
    cause: 'token 是发给另一个应用的。',
    remedy: '用取号时的 appId 去校验：页面和服务端的配置要一致。',
  },
  tokenUnknown: {
    cause: '平台没有发过这个 token，或者发得太久已经不记得。',
    remedy: 'token 原样传给服务端，不要改动；确认页面和服务端连的是同一条线。',
  },
  dailyLimitReached: {
    cause: '同一号码一天的校验次数到了上限：返回码表写默认 10 次，流程图写 5 次，均可配置。',
    remedy: '在开放平台的配置项里查看并修改上限。',
  },
  tokenNeverIssued: {
    cause: '现网联调误连测试线，获取 token 时没有返回 token 和 userInformation。',
    remedy: '去掉页面的 isTest（传 0 是测试线），回到生产线重新取号。',
  },
  numberMistyped: {
    cause: '号码填错了。',
    remedy: '请核对输入的 11 位手机号码。',
  },
  dataOnOtherSim: {
    cause: '双卡手机上网用的是另一张卡。',
    remedy: '请填上网那张卡的号码，或者在系统设置里切换上网的卡。',
  },
  someoneElsesHotspot: {
    cause: '手机连着别人的热点，平台认到的是热点主人的号码。',
    remedy: '请断开热点，用自己的移动数据重试。',
  },
  tokenCheckUnavailable: {
    cause: '平台调用内部的 token 校验接口失败。',
    remedy: '稍后用新的 token 重试；持续失败时联系平台。',
  },
  verifyParameterInvalid: {
    cause: '校验请求有字段缺失、为空，或格式不对。',
    remedy: '检查 msgId、17 位 timestamp、version 和请求体各字段，都应是字符串。',
  },
  appKeyWrong: {
    cause: '服务端签名用的 appKey 不是这个应用的。',
    remedy: '从开放平台重新复制 appKey；它只能放在服务端。',
  },
  signedTextWrong: {
    cause: '签名的原文与报文不符：少了字段，或者顺序不对。',
    remedy: '依次拼接 appId、businessType、msgId、timestamp、traceId、version、appKey，中间不加分隔符。',
  },
  timestampStale: {
    cause: '时间戳与平台的时间相差太多。',
    remedy: '由业务服务端生成这组 id，并校准它的时钟；使用厂商脚本时，看的是手机的时钟。',
  },
  businessTypeWrong: {
    cause: 'businessType 与应用不符：网页是 1，小程序是 5。',
    remedy: '在开放平台确认应用开通的类型，页面和服务端要用同一个值。',
  },
  originNotRegistered: {
    cause: '页面的来源没有为这个应用报备。',
    remedy: '把提供页面的每个来源都报备上，测试环境也不例外。',
  },
  iotSim: {
    cause: '这张卡是物联网卡。',
    remedy: '请用手机卡的移动数据上网。',
  },
  numberBlocked: {
    cause: '平台把这个号码列入了黑名单。',
    remedy: '请用户改用其他方式登录；需要解除时联系运营商。',
  },
}
