// Made by scripts/attributes.ts from the typings of WeChat and Taro, and Taro's templates.
// cspell:disable

export interface WeChatTag {
  /** Each attribute with the values that have no effect. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly events: readonly string[]
}

/** By tag; the row without a name is what every tag has. */
// biome-ignore format: generated
export const WECHAT_TAGS: Readonly<Record<string, WeChatTag>> = {
  "": {
    attributes: { animation: [], hidden: [] },
    events: ['animationend', 'animationiteration', 'animationstart', 'longpress', 'longtap', 'tap', 'touchcancel', 'touchend', 'touchforcechange', 'touchmove', 'touchstart', 'transitionend'],
  },
  "view": {
    attributes: { animation: [], catchMove: [], hoverClass: ['none'], hoverStartTime: ['50'], hoverStayTime: ['400'], hoverStopPropagation: ['false'] },
    events: ['animationend', 'animationiteration', 'animationstart', 'longtap', 'touchcancel', 'touchend', 'touchmove', 'touchstart', 'transitionend'],
  },
  "text": {
    attributes: { decode: ['false'], maxLines: [], overflow: ['visible'], selectable: ['false'], space: [], userSelect: ['false'] },
    events: ['longtap', 'touchcancel', 'touchend', 'touchmove', 'touchstart'],
  },
  "button": {
    attributes: { appParameter: [], businessId: [], disabled: ['false'], formType: [], hoverClass: ['button-hover'], hoverStartTime: ['20'], hoverStayTime: ['70'], hoverStopPropagation: ['false'], lang: ['en'], loading: ['false'], name: [], openType: [], plain: ['false'], sendMessageImg: ['截图'], sendMessagePath: ['当前标题'], sendMessageTitle: ['当前标题'], sessionFrom: [], showMessageCard: ['false'], size: ['default'], type: ['default'] },
    events: ['agreeprivacyauthorization', 'chooseavatar', 'contact', 'error', 'getphonenumber', 'getrealtimephonenumber', 'getuserinfo', 'launchapp', 'longtap', 'opensetting', 'touchcancel', 'touchend', 'touchmove', 'touchstart'],
  },
  "label": {
    attributes: { for: [], name: [] },
    events: ['longtap', 'tap', 'touchcancel', 'touchend', 'touchmove', 'touchstart'],
  },
  "form": {
    attributes: { name: [], reportSubmit: ['false'], reportSubmitTimeout: ['0'] },
    events: ['reset', 'submit'],
  },
  "scroll-view": {
    attributes: { adjustDecelerationVelocityWorklet: [], animation: [], associativeContainer: [''], bounces: ['true'], cacheExtent: [], clip: ['true'], enableBackToTop: ['false'], enableFlex: ['false'], enablePassive: ['false'], enhanced: ['false'], fastDeceleration: ['false'], lowerThreshold: ['50'], minDragDistance: ['18'], padding: ['0,0,0,0'], pagingEnabled: ['false'], refresherBackground: ['#FFF'], refresherBallisticRefreshEnabled: ['false'], refresherDefaultStyle: ['black'], refresherEnabled: ['false'], refresherThreshold: ['45'], refresherTriggered: ['false'], refresherTwoLevelCloseThreshold: ['80'], refresherTwoLevelEnabled: ['false'], refresherTwoLevelPinned: ['false'], refresherTwoLevelScrollEnabled: ['false'], refresherTwoLevelThreshold: ['150'], refresherTwoLevelTriggered: ['false'], reverse: ['false'], scrollAnchoring: ['false'], scrollIntoView: [], scrollIntoViewAlignment: ['start'], scrollIntoViewWithinExtent: ['false'], scrollLeft: [], scrollTop: [], scrollWithAnimation: ['false'], scrollX: ['false'], scrollY: ['false'], showScrollbar: ['true'], type: ['list'], upperThreshold: ['50'], usingSticky: ['false'] },
    events: ['animationend', 'animationiteration', 'animationstart', 'dragend', 'dragging', 'dragstart', 'longtap', 'refresherabort', 'refresherpulling', 'refresherrefresh', 'refresherrestore', 'refresherstatuschange', 'refresherwillrefresh', 'scroll', 'scrollend', 'scrollendworklet', 'scrollstart', 'scrollstartworklet', 'scrolltolower', 'scrolltoupper', 'scrollupdateworklet', 'touchcancel', 'touchend', 'touchmove', 'touchstart', 'transitionend'],
  },
  "cover-view": {
    attributes: { markerId: [], scrollTop: ['false'], slot: [] },
    events: ['longtap', 'touchcancel', 'touchend', 'touchmove', 'touchstart'],
  },
  "root-portal": {
    attributes: { enable: ['true'] },
    events: [],
  },
  "navigator": {
    attributes: { appId: [], delta: ['1'], extraData: [], hoverClass: ['navigator-hover'], hoverStartTime: ['50'], hoverStayTime: ['600'], hoverStopPropagation: ['false'], openType: ['navigate'], path: [], shortLink: [], target: ['self'], url: [], version: ['version'] },
    events: ['complete', 'fail', 'success'],
  },
  "checkbox-group": {
    attributes: { name: [] },
    events: ['change'],
  },
  "radio-group": {
    attributes: { name: [] },
    events: ['change'],
  },
  "checkbox": {
    attributes: { checked: ['false'], color: ['#09BB07'], disabled: ['false'], name: [], value: [] },
    events: [],
  },
  "radio": {
    attributes: { checked: ['false'], color: ['#09BB07'], disabled: ['false'], name: [], value: [] },
    events: [],
  },
  "switch": {
    attributes: { checked: ['false'], color: ['#04BE02'], disabled: ['false'], name: [], type: ['switch'] },
    events: ['change'],
  },
  "image": {
    attributes: { fadeIn: ['false'], lazyLoad: ['false'], mode: ['scaleToFill'], showMenuByLongpress: ['false'], src: [], webp: ['false'] },
    events: ['error', 'load', 'longtap', 'touchcancel', 'touchend', 'touchmove', 'touchstart'],
  },
  "input": {
    attributes: { adjustPosition: ['true'], alwaysEmbed: ['false'], autoFill: [], autoFocus: ['false'], confirmHold: ['false'], confirmType: ['done'], cursor: ['-1'], cursorColor: [], cursorSpacing: ['0'], disabled: ['false'], focus: ['false'], holdKeyboard: ['false'], maxlength: ['140'], name: [], password: ['false'], placeholder: [], placeholderClass: ['input-placeholder'], placeholderStyle: [], safePasswordCertPath: [], safePasswordCustomHash: [], safePasswordLength: [], safePasswordNonce: [], safePasswordSalt: [], safePasswordTimeStamp: [], selectionEnd: ['-1'], selectionStart: ['-1'], type: ['', 'text'], value: [] },
    events: ['blur', 'confirm', 'focus', 'input', 'keyboardcompositionend', 'keyboardcompositionstart', 'keyboardcompositionupdate', 'keyboardheightchange', 'keyoardheightchangeworklet', 'nicknamereview', 'selectionchange'],
  },
  "textarea": {
    attributes: { adjustKeyboardTo: ['cursor'], adjustPosition: ['true'], autoFocus: ['false'], autoHeight: ['false'], confirmHold: ['false'], confirmType: ['return'], cursor: ['-1'], cursorSpacing: ['0'], disableDefaultPadding: ['false'], disabled: ['false'], fixed: ['false'], focus: ['false'], holdKeyboard: ['false'], maxlength: ['140'], name: [], placeholder: [], placeholderClass: ['textarea-placeholder'], placeholderStyle: [], selectionEnd: ['-1'], selectionStart: ['-1'], showConfirmBar: ['true'], value: [] },
    events: ['blur', 'confirm', 'focus', 'input', 'keyboardcompositionend', 'keyboardcompositionstart', 'keyboardcompositionupdate', 'keyboardheightchange', 'linechange', 'selectionchange'],
  },
}
