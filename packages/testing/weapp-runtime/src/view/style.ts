// The look of WeChat's own parts, after its public style guide: close enough to judge a page, but not exact to the
// pixel.

export const SCREEN_STYLE = `
html, body { margin: 0; height: 100%; }
body { display: flex; flex-direction: column; height: 100vh; overflow: hidden; color: #000;
  font: 16px/1.4 -apple-system, 'PingFang SC', 'Noto Sans CJK SC', sans-serif; }
[hidden] { display: none !important; }
.weapp-bar { display: flex; flex: none; align-items: center; justify-content: center; position: relative; height: 44px;
  padding-top: 20px; font-size: 17px; font-weight: 500; -webkit-text-size-adjust: 100%; }
.weapp-back { position: absolute; left: 4px; width: 40px; border: 0; background: none; color: inherit; font-size: 30px; line-height: 1; }
.weapp-capsule { position: absolute; right: 8px; box-sizing: border-box; width: 87px; height: 32px; padding-top: 6px;
  border: 1px solid rgb(0 0 0 / 12%); border-radius: 16px; font-size: 12px; text-align: center; white-space: pre; }
.weapp-pages { position: relative; flex: 1; }
/* The transform makes the box what position: fixed is relative to, as the page's window is in WeChat. */
.weapp-box-of-page { position: absolute; inset: 0; overflow: hidden; transform: translateZ(0); background: #fff; }
.weapp-page { height: 100%; overflow-y: auto; }
wx-view, wx-form, wx-scroll-view, wx-checkbox-group, wx-radio-group, wx-navigator, wx-cover-view { display: block; }
wx-text { display: inline; white-space: pre-line; user-select: none; }
wx-text[selectable] { user-select: text; }
wx-text[user-select] { display: inline-block; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image > img { display: block; width: 100%; height: 100%; }
.weapp-mode-aspectFit { object-fit: contain; }
.weapp-mode-aspectFill { object-fit: cover; }
wx-image > .weapp-mode-widthFix { height: auto; }
wx-button { display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; border-radius: 5px;
  background: #f8f8f8; font-size: 18px; line-height: 2.55556; text-align: center; text-decoration: none; cursor: pointer; overflow: hidden; }
wx-button::after { content: ' '; position: absolute; top: 0; left: 0; box-sizing: border-box; width: 200%; height: 200%;
  border: 1px solid rgb(0 0 0 / 20%); border-radius: 10px; transform: scale(.5); transform-origin: 0 0; pointer-events: none; }
wx-button[type=primary] { background: #07c160; color: #fff; }
wx-button[disabled] { color: rgb(0 0 0 / 30%); background: #f7f7f7; }
wx-input, wx-textarea { display: block; height: 1.4rem; overflow: hidden; }
wx-textarea { height: 150px; }
wx-input > input, wx-textarea > textarea { box-sizing: border-box; width: 100%; height: 100%; min-height: inherit; padding: 0; border: 0; outline: 0;
  background: none; color: inherit; font: inherit; letter-spacing: inherit; text-align: inherit; }
wx-input > input::placeholder, wx-textarea > textarea::placeholder { color: var(--placeholder-color, rgb(0 0 0 / 30%));
  font-size: var(--placeholder-font-size, inherit); font-weight: var(--placeholder-font-weight, inherit); opacity: 1; }
wx-checkbox, wx-radio, wx-switch { display: inline-block; cursor: pointer; }
wx-checkbox > i, wx-radio > i { display: inline-block; position: relative; box-sizing: border-box; width: 22px; height: 22px; margin-right: 5px;
  border: 1px solid #d1d1d1; border-radius: 3px; background: #fff; vertical-align: middle; }
wx-radio > i { border-radius: 50%; }
:not(wx-switch)[aria-checked=true] > i::after { content: '✓'; position: absolute; inset: 0; color: #09bb07; font: 16px/20px sans-serif; text-align: center; }
wx-switch > i { display: block; width: 50px; height: 30px; border-radius: 15px; background: #dfdfdf; position: relative; }
wx-switch[aria-checked=true] > i { background: #04be02; }
wx-switch > i::after { content: ''; position: absolute; top: 1px; left: 1px; width: 28px; height: 28px; border-radius: 14px; background: #fff; }
wx-switch[aria-checked=true] > i::after { left: 21px; }
.weapp-veil { position: fixed; inset: 0; z-index: 1000; background: rgb(0 0 0 / 50%); }
.weapp-dialog { position: absolute; top: 50%; left: 8%; right: 8%; border-radius: 12px; background: #fff; transform: translateY(-50%);
  color: #000; text-align: center; overflow: hidden; }
.weapp-dialog > h2 { margin: 24px 24px 12px; font-size: 17px; font-weight: 600; }
.weapp-dialog > p { margin: 0 24px 24px; color: rgb(0 0 0 / 60%); }
.weapp-choices { display: flex; border-top: 1px solid #e5e5e5; }
.weapp-choices > button { flex: 1; height: 56px; border: 0; background: none; color: #576b95; font: 600 17px sans-serif; }
.weapp-keyboard { flex: none; padding: 8px; background: #d1d5db; text-align: center; }
.weapp-keyboard > button { min-height: 40px; padding: 0 20px; border: 0; border-radius: 6px; background: #fff; font: 16px sans-serif; }
.weapp-toast { position: fixed; top: 40%; left: 50%; z-index: 1001; padding: 12px 20px; border-radius: 8px; background: rgb(17 17 17 / 80%);
  color: #fff; transform: translateX(-50%); }
.weapp-toast::before { display: block; font-size: 36px; text-align: center; }
.weapp-toast[data-icon=success]::before { content: '✓'; }
.weapp-toast[data-icon=error]::before { content: '!'; }
.weapp-toast[data-icon=loading]::before { content: '◌'; }
`
