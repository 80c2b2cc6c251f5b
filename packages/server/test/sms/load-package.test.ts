// What a service hears of an optional package that is not installed.
import { loadPackage } from '../../src/sms/load-package'

it('a package that is missing is named with what needs it and the command that installs it', async () => {
  const load = async () => Promise.reject(new Error('Cannot find module'))
  await expect(loadPackage('aliyun', '@alicloud/dysmsapi20170525', load)).rejects.toMatchObject({
    code: 'optionUnusable',
    detail: 'aliyun needs the package @alicloud/dysmsapi20170525: npm install @alicloud/dysmsapi20170525',
  })
})
