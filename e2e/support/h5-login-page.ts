// The demo's H5 build, served by the stack.
import { LoginPage } from './login-page'

export class H5LoginPage extends LoginPage {
  protected readonly elements = {
    button: 'taro-button-core',
    checkbox: 'input[type=checkbox]',
    image: 'taro-image-core',
  }

  async begin(handset = 'cm-5g', page = 'standard'): Promise<void> {
    await this.traffic.intercept(this.page)
    await this.page.goto(`${this.stack.demo?.url}#/pages/${page}/index?handset=${handset}`)
  }
}
