/** What a column can be for. */
export type ColumnRole =
  | 'key'
  | 'rowNumber'
  | 'lng'
  | 'lat'
  | 'point'
  | 'reportedAt'
  | 'closedAt'
  | 'category'
  | 'status'
  | 'unit'
  | 'title'
  | 'description'
  | 'address'
  | 'quantity'
  | 'quantityUnit'
  | 'name'
  | 'nameEn'

/**
 * How columns of each role are called, most telling names first, as `plainName` writes them. From the ledgers of digital
 * urban management and from open data of cities.
 */
export const COLUMN_WORDS: Readonly<Record<ColumnRole, readonly string[]>> = {
  key: words(
    '案件编号 问题编号 任务编号 任务号 工单编号 工单号 点位编号 编号 区划代码 行政区划代码 行政区代码 编码 代码 srnumber casenumber caseid ' +
      'requestid servicerequestid ticketid uniquekey adcode xzqdm code uuid guid key id',
  ),
  // Numbers that a program or a spreadsheet gives anew each time: a key only where there is no other.
  rowNumber: words('序号 number no gid fid objectid'),
  lng: words('经度 东经 lng lon long longitude pointx xcoord x坐标 x'),
  lat: words('纬度 北纬 lat latitude pointy ycoord y坐标 y'),
  point: words(
    '经纬度 坐标 位置坐标 地理坐标 wkt thegeom geom geometry shape point coordinates latlng lnglat location',
  ),
  reportedAt: words(
    '上报时间 上报日期 发现时间 发现日期 登记时间 登记日期 受理时间 立案时间 创建时间 提交时间 检查时间 检查日期 createddate creationdate ' +
      'createdat created reporteddate reportedat reported opendate opened requestdate datetime date 时间 日期',
  ),
  closedAt: words(
    '结案时间 结案日期 办结时间 办结日期 完成时间 完成日期 整改完成时间 整改时间 处置完成时间 销号时间 closeddate closedat closed ' +
      'resolveddate resolved completeddate completiondate completed',
  ),
  category: words(
    '问题类别 问题类型 事件类型 案件类型 类别名称 小类名称 问题小类 小类 类别 类型 大类 requesttype servicetype problemtype issuetype category type',
  ),
  status: words('当前状态 案件状态 处理状态 办理状态 处置状态 整改状态 状态 currentstatus status state'),
  unit: words('责任单位 处置单位 承办单位 整改单位 牵头单位 responsibleunit department agency owner'),
  title: words('标题 事件名称 问题名称 主题 title subject summary'),
  description: words('问题描述 情况描述 事件描述 描述 问题内容 内容 详情 description details comments 备注 remark'),
  address: words('详细地址 发生地址 问题地址 案发地点 发生地点 地址 地点 位置 address streetaddress location'),
  quantity: words('数量 个数 quantity count amount'),
  quantityUnit: words('计量单位 数量单位 quantityunit'),
  name: words('区域名称 行政区名称 村名 社区名 网格名称 名称 xzqmc namezh mc name'),
  nameEn: words('英文名称 英文名 nameen englishname'),
}

function words(list: string): string[] {
  return list.split(' ')
}

/** A column's name without case, blanks, punctuation and what stands in brackets. */
export function plainName(name: string): string {
  return name
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
