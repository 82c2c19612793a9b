/** What somebody is told of, most pressing first; `public.my_notices` says when each holds and for whom. */
export const NOTICE_KINDS = [
  'overdue',
  'sent_back',
  'urged',
  'due_soon',
  'assigned',
  'to_verify',
  'extension_asked',
  'returned',
  'to_accept',
  'to_revisit',
  'order_received',
  'order_to_reply',
  'order_answered',
] as const

export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** A case, or an order, that a notice is about. Instants are ISO 8601. */
export interface NoticeItem {
  /** The number of the case or of the document. */
  no: string | null
  id: string
  title: string | null
  at: string
  dueAt: string | null
}

/** All of one kind: how many there are, how many came since the person last looked, and the newest three. */
export interface NoticeGroup {
  kind: NoticeKind
  /** 1,000 at most; `isMore` says when there are more. */
  n: number
  isMore: boolean
  unseen: number
  at: string
  newest: NoticeItem[]
  /** Numbers of up to 200 of the cases, newest first; none for orders. */
  nos: number[]
}

/** What waits for a person in a root. */
export interface NoticeDigest {
  seenAt: string | null
  groups: NoticeGroup[]
}

/** How many matters are new since the person last looked. */
export function unseenIn({ groups }: NoticeDigest): number {
  return groups.reduce((sum, { unseen }) => sum + unseen, 0)
}

/** The groups most pressing first; those with something new before those without. */
export function inOrder(groups: readonly NoticeGroup[]): NoticeGroup[] {
  return groups.toSorted(
    (a, b) =>
      Number(b.unseen > 0) - Number(a.unseen > 0) || NOTICE_KINDS.indexOf(a.kind) - NOTICE_KINDS.indexOf(b.kind),
  )
}
