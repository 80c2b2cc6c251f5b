// The page's query selects the integrations: `carrier=…`, either `cloud=local-number` or `backend=…`, and `script=1`.
import { createMiniProgramYdrz, type WxLike } from '@local-number/jssdk/miniprogram'
import { LocalNumberLogin } from '@local-number/taro'
import { createVendorDriver } from '@local-number/taro/vendor'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

declare const wx: WxLike

export default function IndexPage() {
  const { carrier = '', backend = '', cloud, script } = useRouter().params
  const address = decodeURIComponent(carrier)
  const origins = { production: { getMobile: address, getToken: address } }
  // A stand-in for the carrier's script: an object with the same methods [S 2].
  const [driver] = useState(() => createVendorDriver(createMiniProgramYdrz(wx, { origins })))
  return (
    <LocalNumberLogin
      appId="300011877495"
      appName="拾光小店"
      consentVersion="1"
      api={cloud ? { cloudFunction: cloud } : { baseUrl: decodeURIComponent(backend) }}
      {...(script ? { sdk: driver } : { origins })}
    />
  )
}
