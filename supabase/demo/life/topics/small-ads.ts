import type { TopicGroup } from './topic.ts'

const done = ['已铲除清洗', '已覆盖清除，墙面恢复', '已清除并登记号码']

/** 小广告整治: along schools, bus stops and lanes. */
export const smallAds: TopicGroup = {
  campaign: 'small_ads',
  topics: [
    {
      code: 'ad-sticker',
      weight: 17,
      where: { bus_stop: 5, school: 3, street: 5, lane: 3 },
      when: 'day',
      unit: 'urban',
      effort: 0.5,
      titles: [
        '公交站牌张贴小广告',
        '电线杆张贴小广告',
        '店铺外墙张贴小广告',
        '学校围墙张贴小广告',
        '路灯杆张贴小广告',
      ],
      descriptions: [
        '贴纸式小广告成片，需铲除并清洗。',
        '招工、贷款类贴纸，新旧重叠。',
        '培训类贴纸小广告，需铲除并清洗。',
        '清除后又有新贴，需加密巡查。',
      ],
      done,
      quantity: [3, 60, '张'],
    },
    {
      code: 'ad-stamp',
      weight: 10,
      where: { street: 4, lane: 4, market: 2, bus_stop: 1 },
      when: 'day',
      unit: 'urban',
      effort: 0.7,
      titles: ['墙面印章式小广告', '卷闸门印章式小广告', '配电箱印章式小广告', '台阶立面印章式小广告'],
      descriptions: ['墨印式小广告，需覆盖清除。', '开锁、疏通类印章，涉及多户。', '喷涂电话号码，需粉刷。'],
      done,
      quantity: [2, 14, '处'],
    },
    {
      code: 'ad-sticker',
      weight: 6,
      where: { estate: 1 },
      when: 'evening',
      unit: 'committee',
      effort: 0.6,
      titles: ['楼道口张贴小广告', '单元门张贴小广告', '宣传栏被张贴小广告'],
      descriptions: ['贴纸式小广告，需铲除并清洗。', '楼道内多层张贴，住户反映。'],
      done,
      quantity: [3, 30, '张'],
    },
    {
      code: '07002',
      weight: 2,
      where: { school: 2, market: 1, bus_stop: 1 },
      when: 'school',
      unit: 'urban',
      effort: 0.4,
      titles: ['校门口散发传单', '路口散发广告传单'],
      descriptions: ['散发培训机构传单，地面有丢弃。'],
      done: ['已劝离并清扫'],
      quantity: [1, 3, '起'],
    },
  ],
}
