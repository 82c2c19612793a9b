import { defineMessages } from './define-messages.ts'

/** What a person who is signed in reads of the session; what leads there is in entry.ts. */
export const session = defineMessages({
  'zh-CN': {
    signOut: '退出登录',
    noMembership: '该账号还没有任何角色，请联系管理员。',
  },
  en: {
    signOut: 'Sign out',
    noMembership: 'This account has no role yet. Ask an administrator.',
  },
})
