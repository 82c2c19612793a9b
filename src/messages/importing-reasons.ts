import type { BoundaryFlawName, ConflictReason, FileReason, RowReason, RowWarning } from '../domain/import-reason.ts'
import type { RowOutcome } from '../domain/import-row.ts'
import { defineMessages, type Messages } from './define-messages.ts'

/** Why a whole file is refused: what is wrong with it and what to do. */
export const fileReason: Messages<Record<FileReason, string>> = defineMessages({
  'zh-CN': {
    file_empty: '文件是空的，没有可以导入的内容。',
    file_binary:
      '这不是能读的文本文件，可能是改了扩展名的 Excel 工作簿、压缩包或 PDF。请在表格软件中另存为“CSV UTF-8”，或导出为 GeoJSON。',
    file_has_no_rows: '文件里没有数据行。',
    quote_never_closed: '第 {line} 行有一个引号没有配对，后面的内容无法读取。请补上引号后再导入。',
    json_broken: '文件在第 {line} 行附近损坏，不是完整的 JSON。请重新导出后再导入。',
    not_geojson: '这不是 GeoJSON：需要 FeatureCollection 或 Feature。请重新导出为 GeoJSON 后再导入。',
    value_too_long: '第 {line} 行开始的要素太大，无法读取。请先简化它的边界。',
    other_coordinate_system: '文件声明的坐标系是 {found}。请先转换为 WGS 84 或 CGCS2000 经纬度后再导入。',
    columns_missing: '文件缺少需要的列：{names}。请补上，或在“对应”中改选其他列。',
    key_has_doubles: '“{column}”有重复的值，不能用来认出同一行：{doubles}。请改正，或另选一列作为编号。',
    mostly_refused: '{rows} 行中有 {count} 行因为同一个原因不能导入：{reason}请检查文件或对应方案后再导入。',
    coordinates_swapped: '经度和纬度写反了：对调以后坐标就合理了。',
    coordinates_projected: '坐标像是以米为单位的投影坐标，不是经纬度。请先转换为 WGS 84 或 CGCS2000 经纬度后再导入。',
    too_many_categories: '“{column}”里不同的值超过 {count} 个，不像是问题类别。请另选一列。',
  },
  en: {
    file_empty: 'The file is empty: there is nothing to import.',
    file_binary:
      'This is no text file that can be read; it may be a workbook, an archive or a PDF with another ending. Save it as "CSV UTF-8" in the spreadsheet, or export it as GeoJSON.',
    file_has_no_rows: 'There are no rows in the file.',
    quote_never_closed: 'A quote on row {line} is never closed, so the rest cannot be read. Close it and import again.',
    json_broken: 'The file is broken near line {line}: it is not complete JSON. Export it again.',
    not_geojson: 'This is not GeoJSON: a FeatureCollection or a Feature is needed. Export the file as GeoJSON.',
    value_too_long: 'The feature that begins on line {line} is too large to read. Simplify its boundary first.',
    other_coordinate_system:
      'The file says that its coordinates are {found}. Convert them to degrees of WGS 84 or CGCS2000 first.',
    columns_missing: 'The file lacks columns that are needed: {names}. Add them, or choose other columns.',
    key_has_doubles:
      '"{column}" has values that occur twice, so it cannot tell rows apart: {doubles}. Correct them, or choose another column as the key.',
    mostly_refused:
      '{count} of {rows} rows cannot be imported for one and the same reason: {reason} Check the file or the mapping and import again.',
    coordinates_swapped: 'Latitude and longitude are swapped: the other way round the coordinates make sense.',
    coordinates_projected:
      'The coordinates look like metres of a projected system, not degrees. Convert them to degrees of WGS 84 or CGCS2000 first.',
    too_many_categories:
      '"{column}" has more than {count} different values: it does not look like a category. Choose another column.',
  },
})

/** Why one row is refused. */
export const rowReason: Messages<Record<RowReason, string>> = defineMessages({
  'zh-CN': {
    key_required: '没有编号。',
    duplicate_key: '编号与前面的行重复。',
    location_required: '没有坐标。',
    location_invalid: '坐标无法识别，或不在地球范围内。',
    geometry_invalid: '边界有错误。',
    outside_earth: '边界超出地球范围。',
    shape_unsupported: '不能导入这种图形，请拆成单个的点、线或面。',
    category_required: '没有问题类别。',
    category_unknown: '这个问题类别还没有对应。',
    campaign_unknown: '没有这个专项行动。',
    unit_required: '处置中的点位要有责任单位。',
    unit_unknown: '没有这个责任单位。',
    status_required: '没有状态。',
    status_unknown: '这个状态还没有对应。',
    date_required: '没有上报时间。',
    date_invalid: '日期或时间无法识别。',
    quantity_invalid: '数量不是数字。',
    name_required: '没有名称。',
    too_many_cells: '这一行的单元格比表头多，可能有逗号没有加引号。',
    outside_scope: '位置不在您的管辖范围内。',
  },
  en: {
    key_required: 'There is no key.',
    duplicate_key: 'The key occurs in a row before.',
    location_required: 'There are no coordinates.',
    location_invalid: 'The coordinates cannot be read, or are not on Earth.',
    geometry_invalid: 'The boundary is faulty.',
    outside_earth: 'The boundary leaves the Earth.',
    shape_unsupported: 'This kind of shape cannot be imported; take it apart into single points, lines or polygons.',
    category_required: 'There is no category.',
    category_unknown: 'This category is not mapped.',
    campaign_unknown: 'There is no such campaign.',
    unit_required: 'A hotspot in work needs a responsible unit.',
    unit_unknown: 'There is no such unit.',
    status_required: 'There is no status.',
    status_unknown: 'This status is not mapped.',
    date_required: 'There is no reporting time.',
    date_invalid: 'The date or time cannot be read.',
    quantity_invalid: 'The quantity is not a number.',
    name_required: 'There is no name.',
    too_many_cells: 'The row has more cells than the header; a comma may lack its quotes.',
    outside_scope: 'The location lies outside your scope.',
  },
})

/** What is wrong with a boundary, without a full stop: it goes on with the position. */
export const boundaryFlaw: Messages<Record<BoundaryFlawName, string>> = defineMessages({
  'zh-CN': {
    not_polygon: '不是面',
    ring_short: '环的顶点不足',
    ring_open: '环没有闭合',
    ring_flat: '环的顶点都在一条线上',
    not_finite: '坐标不是数字',
    outside_earth: '超出地球范围',
    ring_crosses: '边界自相交或重叠',
    hole_outside: '洞不在外环之内',
    parts_overlap: '各部分相互重叠',
  },
  en: {
    not_polygon: 'it is no polygon',
    ring_short: 'a ring has too few corners',
    ring_open: 'a ring is not closed',
    ring_flat: 'all corners of a ring are on one line',
    not_finite: 'a coordinate is no number',
    outside_earth: 'it leaves the Earth',
    ring_crosses: 'its edges cross or overlap',
    hole_outside: 'a hole is not inside its ring',
    parts_overlap: 'its parts overlap',
  },
})

/** What a row that came in should be looked at for. */
export const rowWarning: Messages<Record<RowWarning, string>> = defineMessages({
  'zh-CN': { closed_before_reported: '结案时间早于上报时间' },
  en: { closed_before_reported: 'Closed before it was reported' },
})

/** Why the local case stands. */
export const conflictReason: Messages<Record<ConflictReason, string>> = defineMessages({
  'zh-CN': {
    status_decided_here: '文件中的状态有变化，状态以本系统为准',
    worked_on_here: '已有人在本系统中处理，以本系统为准',
  },
  en: {
    status_decided_here: 'The file has another status; the status here stands',
    worked_on_here: 'Somebody has worked on it here; the case here stands',
  },
})

/** What became of a row. */
export const rowOutcome: Messages<Record<RowOutcome, string>> = defineMessages({
  'zh-CN': { new: '新增', updated: '更新', unchanged: '无变化', refused: '未导入', conflict: '以本地为准' },
  en: { new: 'New', updated: 'Updated', unchanged: 'Unchanged', refused: 'Refused', conflict: 'Local case stands' },
})
