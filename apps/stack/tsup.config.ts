import { service } from '../../tsup.base'

export default service(['index', 'main', 'login-main', 'weapp-dev-main'])
