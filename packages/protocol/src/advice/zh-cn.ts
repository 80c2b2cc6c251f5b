// All texts in simplified Chinese, in the document's own terms.
import type { Advice } from './shape'
import { causes } from './zh-cn/causes'
import { codes } from './zh-cn/codes'

export const zhCN: Advice = {
  codes,
  causes,
  unknown: {
    meaning: '平台返回了文档没有列出的返回码，这一次没有成功。',
    remedy: '先让用户用其他方式登录；记下原始返回码、msgId 和发生时间，向平台询问含义。',
  },
  actors: { user: '用户', integrator: '业务方', platform: '平台' },
}
