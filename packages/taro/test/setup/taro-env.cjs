// What a Taro H5 build defines, and what jsdom lacks of a browser.
process.env.TARO_ENV = 'h5'
