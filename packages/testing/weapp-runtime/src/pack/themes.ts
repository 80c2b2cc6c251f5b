// The variables of dark mode: developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
import { RuntimeError } from '../errors'
import type { AppConfig, JsonConfig, ThemeVariables } from '../package'

/**
 * @param configs by path, without extension
 * @throws RuntimeError `badJson` if the file is missing, or lacks a theme
 */
export function findThemes(app: AppConfig, configs: Readonly<Record<string, JsonConfig>>): ThemeVariables | null {
  const { darkmode, themeLocation } = app
  if (!darkmode) return null
  if (themeLocation === undefined) return { light: {}, dark: {} }
  const themes = configs[themeLocation.replace(/\.json$/, '')] as Partial<ThemeVariables> | undefined
  const { light, dark } = themes ?? {}
  if (light && dark) return { light, dark }
  throw new RuntimeError('badJson', `app.json themeLocation: ${themeLocation} must exist and have light and dark`)
}
