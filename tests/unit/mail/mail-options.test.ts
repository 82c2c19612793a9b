import { describe, expect, it } from 'vitest'
import { readMailOptions } from '../../../supabase/embedded/mail/mail-options.ts'

const SMTP_URL = 'smtps://map%40town.example:p%3Ass%2Fw@mail.town.example'
const MAIL_FROM = '环境整治一张图 <map@town.example>'

const refusalOf = (env: Record<string, string>): string => {
  try {
    readMailOptions(env)
    return 'nothing was refused'
  } catch (error) {
    return (error as Error).message
  }
}

describe('the configuration of the daily mail', () => {
  it('is none without a mail server, whatever else is there', () => {
    expect(readMailOptions({})).toBeNull()
    expect(readMailOptions({ SMTP_URL: ' ', MAIL_FROM, MAIL_AT: 'noon' })).toBeNull()
  })

  it('is a server, a login, an address and eight o’clock', () => {
    expect(readMailOptions({ SMTP_URL, MAIL_FROM })).toEqual({
      host: 'mail.town.example',
      port: 465,
      isSecure: true,
      login: { user: 'map@town.example', password: 'p:ss/w' },
      from: MAIL_FROM,
      at: '08:00',
      publicUrl: null,
    })
  })

  it('takes a server without a login, a time and an address of its own', () => {
    const given = { SMTP_URL: 'smtp://[::1]:2525/', MAIL_FROM: 'map@town.example', MAIL_AT: '7:30' }
    expect(readMailOptions({ ...given, PUBLIC_URL: 'https://map.town.example/town/' })).toMatchObject({
      host: '::1',
      port: 2525,
      isSecure: false,
      login: null,
      at: '07:30',
      publicUrl: 'https://map.town.example/town',
    })
    expect(readMailOptions({ ...given, SMTP_URL: 'smtp://mail.town.example' })?.port).toBe(587)
  })

  it.each([
    'mail.town.example:465',
    'https://map:secret@mail.town.example',
    'smtp://',
    'smtp://map:secret@mail.town.example/inbox',
    'smtp://map:secret@mail.town.example?tls=no',
    'smtp://map:se%cret@mail.town.example',
    'smtp://map:secret@mail.town.example:70000',
    'smtp://map@mail.town.example',
  ])('refuses the server %s in a sentence that repeats no secret', (url) => {
    const said = refusalOf({ SMTP_URL: url, MAIL_FROM })
    expect(said).toMatch(/^SMTP_URL 应写成.*\nSMTP_URL has to read smtp/)
    expect(said).not.toMatch(/secret/)
  })

  it.each(['', 'map', 'map@', 'Map <map>', 'a@b.example, c@d.example', 'Map <a@b.example>\nBcc: c@d.example'])(
    'refuses to send from %j',
    (from) => {
      expect(refusalOf({ SMTP_URL, MAIL_FROM: from })).toMatch(/^MAIL_FROM .*\nMAIL_FROM has to be/)
    },
  )

  it.each(['8', '24:00', '08:60', 'noon', '-1:00'])('refuses to send at %s', (at) => {
    expect(refusalOf({ SMTP_URL, MAIL_FROM, MAIL_AT: at })).toMatch(/^MAIL_AT .*\nMAIL_AT has to be a time of day/)
  })

  it.each([
    'map.town.example',
    'ftp://map.town.example',
    'https://map.town.example/?a=1',
    'https://a:b@map.town.example',
  ])('refuses links to %s', (url) => {
    expect(refusalOf({ SMTP_URL, MAIL_FROM, PUBLIC_URL: url })).toMatch(/^PUBLIC_URL .*\nPUBLIC_URL has to be/)
  })
})
