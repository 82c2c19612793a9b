import { defineMessages } from './define-messages.ts'

/** What the import says on the command line. */
export const importCommand = defineMessages({
  'zh-CN': {
    command: {
      judging: '正在检查 {name}：已读 {n} 行',
      importing: '正在导入：{done} / {total} 行',
      assigning: '正在重新归属区域：{done} / {total} 处',
      wholeRefused: '没有写入任何内容。{sentence}',
      swapHint: '请在对应方案里加上 "swapLatLng": true 后再导入。',
      summary:
        '{rows} 行：新增 {new}，更新 {updated}，无变化 {unchanged}，以本地为准 {conflict}，未导入 {refused}；在区域内 {inArea}，不在任何区域 {noArea}。',
      summaryAreas: '{rows} 个区域：新增 {new}，更新 {updated}，无变化 {unchanged}，未导入 {refused}。',
      reasonCount: '{n} 行未导入：{sentence}',
      warningCount: '{n} 行请核对：{sentence}',
      refusedWritten: '未导入的行已写入 {path}，改好后可以再次导入。',
      stopped: '已停止。停止之前写入的内容会保留，再次导入同一文件即可继续。',
      newRoot: '新建区域树“{name}”（编号 {id}）。',
      dryRun: '这是试运行，没有写入任何内容。',
      rootNeeded: '请用 --root 指明区域树：{names}。',
      rootUnknown: '没有您可以导入的区域树“{name}”。可选：{names}。',
      parentNeeded: '请用 --parent 或 --root 指明上级区域，或在对应方案里写上 newRoot。',
      signInFailed: '登录失败：邮箱或密码不对。',
      signInLater: '登录失败次数太多，请稍后再试。',
      serverUnreachable: '连不上 {url}。请检查地址，并确认服务正在运行。',
      serverFailed: '服务没有完成请求：{detail}',
      fileUnreadable: '读不了文件 {path}：{detail}',
      passwordMissing: '环境变量 {name} 里没有密码。',
    },
  },
  en: {
    command: {
      judging: 'Checking {name}: {n} row read | Checking {name}: {n} rows read',
      importing: 'Importing: {done} of {total} rows',
      assigning: 'Finding areas again: {done} of {total} hotspots',
      wholeRefused: 'Nothing was written. {sentence}',
      swapHint: 'Add "swapLatLng": true to the mapping and import again.',
      summary:
        '{rows} rows: {new} new, {updated} updated, {unchanged} unchanged, {conflict} where the local case stands, {refused} refused; {inArea} in an area, {noArea} in none.',
      summaryAreas: '{rows} areas: {new} new, {updated} updated, {unchanged} unchanged, {refused} refused.',
      reasonCount: '{n} row refused: {sentence} | {n} rows refused: {sentence}',
      warningCount: '{n} row to look at: {sentence} | {n} rows to look at: {sentence}',
      refusedWritten: 'The refused rows are in {path}; mend them there and import that file.',
      stopped: 'Stopped. What was written before stays; import the same file again to go on.',
      newRoot: 'Made the area tree "{name}" (id {id}).',
      dryRun: 'This was a dry run: nothing was written.',
      rootNeeded: 'Say with --root which area tree: {names}.',
      rootUnknown: 'There is no area tree "{name}" that you may import into. There are: {names}.',
      parentNeeded: 'Name the parent area with --parent or --root, or write newRoot into the mapping.',
      signInFailed: 'Signing in failed: e-mail address or password is wrong.',
      signInLater: 'Signing in failed too often. Try again later.',
      serverUnreachable: '{url} cannot be reached. Check the address and that the server is running.',
      serverFailed: 'The server did not do what was asked: {detail}',
      fileUnreadable: 'The file {path} cannot be read: {detail}',
      passwordMissing: 'There is no password in the environment variable {name}.',
    },
  },
})
