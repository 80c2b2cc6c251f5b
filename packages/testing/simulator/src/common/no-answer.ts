/** "请求异常": not a code of the platform, but what a client reports for a request that failed [S 2.5.1]. */
export const NO_ANSWER = '0'
