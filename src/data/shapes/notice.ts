import * as v from 'valibot'
import { NOTICE_KINDS, type NoticeDigest } from '../../domain/notice.ts'

const Text = v.nullable(v.string())

/** What `my_notices(…)` answers. */
export const NoticeDigestShape: v.GenericSchema<unknown, NoticeDigest> = v.object({
  seenAt: Text,
  groups: v.array(
    v.object({
      kind: v.picklist(NOTICE_KINDS),
      n: v.number(),
      isMore: v.boolean(),
      unseen: v.number(),
      at: v.string(),
      newest: v.array(v.object({ no: Text, id: v.string(), title: Text, at: v.string(), dueAt: Text })),
      nos: v.array(v.pipe(v.string(), v.transform(Number))),
    }),
  ),
})
