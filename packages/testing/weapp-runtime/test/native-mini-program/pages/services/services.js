const app = getApp()

Page({
  data: {
    picture: '',
    pictureState: 'none',
    answer: wx.getStorageSync('answer') || 'none',
    guardedState: 'none',
    asking: false,
  },

  onLoad() {
    this.setData({ picture: `${app.globalData.server}/picture.gif` })
    wx.onNeedPrivacyAuthorization((resolve) => {
      this.resolve = resolve
      this.setData({ asking: true })
    })
  },

  loaded({ detail }) {
    this.setData({ pictureState: `${typeof detail.width} wide` })
  },

  failed() {
    this.setData({ pictureState: 'failed' })
  },

  breakPicture() {
    this.setData({ picture: `${app.globalData.server}/none.gif` })
  },

  ask() {
    wx.request({
      url: `${app.globalData.server}/ask`,
      method: 'POST',
      data: { question: 'how much' },
      success: ({ data, statusCode }) => {
        wx.setStorage({
          key: 'answer',
          data: data.answer,
          success: () => this.setData({ answer: `${statusCode} ${data.answer}` }),
        })
      },
    })
  },

  guarded() {
    wx.requirePrivacyAuthorize({
      success: () => this.setData({ guardedState: 'allowed', asking: false }),
      fail: ({ errMsg }) => this.setData({ guardedState: errMsg, asking: false }),
    })
  },

  agree() {
    this.resolve({ event: 'agree', buttonId: 'agree' })
  },

  disagree() {
    this.resolve({ event: 'disagree' })
  },
})
