/** Every reason for which the database says no; each has its sentence in both languages. */
export const REFUSAL_CODES = [
  'not_allowed',
  'not_found',
  'outside_scope',
  'verifier_did_the_work',
  'verifier_in_unit',
  'verifier_in_area',
  'version_conflict',
  'unknown_step',
  'wrong_status',
  'reason_required',
  'original_required',
  'original_unknown',
  'original_is_itself',
  'original_is_duplicate',
  'receiver_required',
  'days_invalid',
  'clock_not_running',
  'extension_asked',
  'no_extension_asked',
  'photo_required',
  'wrong_time_of_day',
  'no_revisit',
  'revisit_not_due',
  'id_required',
  'reporter_invalid',
  'setting_invalid',
  'unit_required',
  'unit_unknown',
  'category_required',
  'category_unknown',
  'area_unknown',
  'campaign_unknown',
  'place_unknown',
  'location_required',
  'location_invalid',
  'root_required',
  'source_unknown',
  'quantity_invalid',
  'date_invalid',
  'id_taken',
  'name_required',
  'level_unknown',
  'time_zone_unknown',
  'too_many_rows',
  'filter_invalid',
  'working_hours_invalid',
  'working_weekdays_invalid',
  'no_working_day',
  'limit_invalid',
  'photo_missing',
  'photo_unknown',
  'photo_taken',
  'photo_invalid',
  'too_many_photos',
  'photo_not_a_picture',
  'photo_too_large',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A no with its reason; `detail` is what the database added, for a version conflict the current hotspot. */
export interface Refusal {
  code: RefusalCode
  detail?: unknown
}

/** True for a code that has a sentence. */
export function isRefusalCode(value: unknown): value is RefusalCode {
  return typeof value === 'string' && (REFUSAL_CODES as readonly string[]).includes(value)
}
