import { defineMessages } from './define-messages.ts'

/** Sentences for what is not the user's fault: the server is away, slow or wants a new sign-in. */
export const outage = defineMessages({
  'zh-CN': {
    unreachable: '连不上服务器。请检查网络，然后重试。',
    timeout: '服务器很久没有回答。请稍后重试。',
    server: '服务器出了问题，数据没有改动。请稍后重试。',
    signed_out: '登录已过期，请重新登录。',
  },
  en: {
    unreachable: 'The server cannot be reached. Check the network, then try again.',
    timeout: 'The server took too long to answer. Try again in a moment.',
    server: 'The server has a problem; nothing was changed. Try again in a moment.',
    signed_out: 'Your session has ended. Sign in again.',
  },
})
