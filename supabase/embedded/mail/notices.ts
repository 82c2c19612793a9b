/** A person and the root whose daily mail it gets, as `private.mail_digests_due` names them. */
export interface Recipient {
  userId: string
  email: string
  rootId: number
  rootName: string
  /** IANA time zone of the root. */
  zone: string
  /** The local day that the mail is of, `2026-11-23`. */
  day: string
}

/** A group of `my_notices`, as far as a mail tells it. */
export interface NoticeGroup {
  kind: string
  /** 1,000 at most. */
  n: number
  /** Whether there are more than `n`. */
  isMore: boolean
  newest: { no: string | null; id: string; title: string | null; dueAt: string | null }[]
  /** The numbers of 200 cases at most; none for orders. */
  nos: string[]
}

/** What became of a mail: there may have been nothing to tell. */
export type Outcome = 'sent' | 'nothing' | 'failed'
