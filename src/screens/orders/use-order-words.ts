import { useI18n } from 'vue-i18n'
import type { OrderWords } from '../../documents/order-words.ts'
import { CLOSED_PER_SOURCE, statusOf } from '../../domain/status.ts'
import type { Locale } from '../../messages/define-messages.ts'
import { formatDay, formatInstant, nameIn } from '../../messages/format.ts'

const PHOTO_KINDS = ['before', 'after', 'revisit'] as const

/** The words of a document in the chosen language, with times in the zone of the township that it was frozen with. */
export function useOrderWords(): (timeZone: string) => OrderWords {
  const { t, locale } = useI18n()
  return (timeZone) => {
    const language = locale.value as Locale
    const name = (name: string, nameEn: string | null) => nameIn({ name, nameEn }, language)
    const instant = (at: string, precision: 'second' | 'day' = 'second') =>
      formatInstant(at, language, timeZone, precision)
    const photoKind = (kind: string) =>
      t(`orders.paper.${PHOTO_KINDS.find((each) => each === kind) ?? ('other' as const)}`)
    return {
      letterhead: ({ rootName, rootNameEn, kind }) =>
        t('orders.paper.letterhead', { root: name(rootName, rootNameEn), kind: t(`orders.kind.${kind}`) }),
      draftNumber: t('orders.paper.draftNumber'),
      oralNumber: t('orders.paper.oralNumber'),
      addressees: (units) =>
        t('orders.paper.addressees', {
          names: units.map((unit) => name(unit.name, unit.nameEn)).join(t('orders.paper.separator')),
        }),
      deadline: ({ deadlineAt }) => (deadlineAt ? t('orders.paper.deadline', { at: instant(deadlineAt) }) : null),
      summary: ({ counts, toldAt, toldBy, toldTo }) => {
        const told = toldAt ? t('orders.paper.told', { at: instant(toldAt), by: toldBy ?? '', to: toldTo ?? '' }) : ''
        return told + (counts.total === 0 ? t('orders.paper.summaryNone') : t('orders.paper.summary', { ...counts }))
      },
      listTitle: t('orders.paper.list'),
      mapTitle: t('orders.paper.map'),
      photosTitle: t('orders.paper.photos'),
      columns: {
        no: t('orders.paper.no'),
        problem: t('orders.paper.problem'),
        place: t('orders.paper.place'),
        unit: t('orders.paper.unit'),
        state: t('orders.paper.state'),
        due: t('orders.paper.due'),
      },
      problem: ({ title, categoryName, categoryNameEn, no, urgent }) => {
        const category = name(categoryName, categoryNameEn)
        const said = title
          ? t('orders.paper.withCategory', { title, category, no })
          : t('orders.paper.problemOf', { title: category, no })
        return (urgent ? t('orders.paper.urgent') : '') + said
      },
      place: ({ areaChain, address }) =>
        [
          areaChain
            .slice(1)
            .map((area) => name(area.name, area.nameEn))
            .join(' '),
          address,
        ]
          .filter(Boolean)
          .join('\n'),
      unit: ({ unitName, unitNameEn }) => (unitName ? name(unitName, unitNameEn) : t('orders.paper.noUnit')),
      state: ({ state }) =>
        state === CLOSED_PER_SOURCE ? t('status.closedPerSource') : t(`status.name.${statusOf(state)}`),
      due: ({ dueAt, overdueDays, isOpen }) => {
        if (!dueAt || !isOpen) return t('orders.paper.noDue')
        const at = formatDay(dueAt, language, timeZone)
        if (overdueDays === null) return at
        return overdueDays === 0
          ? t('orders.paper.dueLateToday', { at })
          : t('orders.paper.dueLate', { at, n: overdueDays }, overdueDays)
      },
      caseHeading: (n, { title, categoryName, categoryNameEn, no, address }) =>
        t('orders.paper.caseHeading', {
          n,
          title: title ?? name(categoryName, categoryNameEn),
          no,
          place: address ?? '',
        }).trim(),
      photo: ({ kind, takenAt }) =>
        takenAt
          ? t('orders.paper.photoAt', { kind: photoKind(kind), at: instant(takenAt) })
          : t('orders.paper.photo', { kind: photoKind(kind) }),
      note: (note) => t('orders.paper.note', { note }),
      issuer: ({ rootName, rootNameEn }) => name(rootName, rootNameEn),
      issuedOn: ({ issuedAt, takenAt }) => formatDay(issuedAt ?? takenAt, language, timeZone),
      seal: t('orders.paper.seal'),
      footnote: ({ takenAt }) => t('orders.paper.footnote', { at: instant(takenAt) }),
    }
  }
}
