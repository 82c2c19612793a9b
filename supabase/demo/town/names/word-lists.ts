import type { Name } from '../town.ts'

const words = (text: string): Name[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((pair) => {
      const [zh = '', ...en] = pair.split(' ')
      return { zh, en: en.join(' ') }
    })

/** Names of villages without 村. Invented; none means a real place. */
export const VILLAGE_WORDS: readonly Name[] = words(`
  石桥 Shiqiao, 枫岭 Fengling, 柳湾 Liuwan, 竹溪 Zhuxi, 梅坞 Meiwu, 查塘 Chatang, 汪冲 Wangchong, 胡家埠 Hujiabu,
  南畈 Nanfan, 云岭 Yunling, 双河 Shuanghe, 古井 Gujing, 茶园 Chayuan, 金鸡岭 Jinjiling, 杨树湾 Yangshuwan, 李家畈 Lijiafan,
  桃源 Taoyuan, 西潭 Xitan, 青山 Qingshan, 白茅 Baimao, 黄泥冲 Huangnichong, 龙潭 Longtan, 凤凰 Fenghuang, 沙洲 Shazhou,
  东圩 Dongwei, 板桥 Banqiao, 松岗 Songgang, 樟村坞 Zhangcunwu, 新丰 Xinfeng, 大屋 Dawu, 三里 Sanli, 藕塘 Outang,
  桂花 Guihua, 石佛 Shifo, 枣林 Zaolin, 铜坑 Tongkeng, 乌石 Wushi, 钱家边 Qianjiabian, 杏花 Xinghua, 观音塘 Guanyintang
`)

/** Names of communities without 社区. */
export const COMMUNITY_WORDS: readonly Name[] = words('朝阳 Chaoyang, 滨河 Binhe, 青石 Qingshi, 新安 Xin’an')

/** Streets that run north, from west to east. */
export const NORTH_STREET_WORDS: readonly Name[] = words(`
  西园路 Xiyuan Road, 育才路 Yucai Road, 青石街 Qingshi Street, 桂花巷 Guihua Alley, 仓前路 Cangqian Road, 牌坊街 Paifang Street,
  文昌路 Wenchang Road, 当铺巷 Dangpu Alley, 书院路 Shuyuan Road, 新安路 Xin’an Road, 工农路 Gongnong Road, 学府路 Xuefu Road,
  迎春路 Yingchun Road, 东升路 Dongsheng Road, 梨园路 Liyuan Road, 金穗路 Jinsui Road, 槐荫路 Huaiyin Road, 东园路 Dongyuan Road,
  观澜路 Guanlan Road, 五里路 Wuli Road, 石榴巷 Shiliu Alley, 茶亭路 Chating Road, 砚池路 Yanchi Road, 桑园路 Sangyuan Road
`)

/** Streets that run east, from south to north. */
export const EAST_STREET_WORDS: readonly Name[] = words(`
  南环路 Nanhuan Road, 创业路 Chuangye Road, 兴业路 Xingye Road, 丰收路 Fengshou Road, 和平路 Heping Road, 团结路 Tuanjie Road,
  幸福路 Xingfu Road, 文化路 Wenhua Road, 朝阳路 Chaoyang Road, 中山街 Zhongshan Street, 米市街 Mishi Street, 布市巷 Bushi Alley,
  老街 Laojie, 河沿街 Heyan Street, 渡口街 Dukou Street, 柳荫路 Liuyin Road, 安康路 Ankang Road, 胜利路 Shengli Road,
  光明路 Guangming Road, 振兴路 Zhenxing Road, 前进路 Qianjin Road, 利民路 Limin Road, 长青路 Changqing Road, 康乐路 Kangle Road,
  惠民路 Huimin Road, 望江路 Wangjiang Road, 北园路 Beiyuan Road, 清风路 Qingfeng Road, 竹海路 Zhuhai Road, 徽州路 Huizhou Road
`)

/** Roads that are one of a kind, by the key that the network gives them. */
export const MAIN_ROAD_NAMES: Readonly<Record<string, Name>> = {
  highway: { zh: '宁溪公路', en: 'Ningxi Highway' },
  'main-street': { zh: '建设路', en: 'Jianshe Road' },
  'cross-street': { zh: '人民路', en: 'Renmin Road' },
  quay: { zh: '滨河路', en: 'Binhe Road' },
  'county-west': { zh: '禾云路', en: 'Heyun Road' },
  'county-north': { zh: '禾泉路', en: 'Hequan Road' },
  'county-north-west': { zh: '禾岭路', en: 'Heling Road' },
  'county-east': { zh: '禾泾路', en: 'Hejing Road' },
  'county-south': { zh: '禾坑路', en: 'Hekeng Road' },
  'county-south-west': { zh: '禾坞路', en: 'Hewu Road' },
}

/** The waters by their key. */
export const WATER_NAMES: Readonly<Record<string, Name>> = {
  river: { zh: '禾溪', en: 'Hexi River' },
  'north-west': { zh: '岭下河', en: 'Lingxia Stream' },
  north: { zh: '白泉河', en: 'Baiquan Stream' },
  south: { zh: '龙坑河', en: 'Longkeng Stream' },
  'south-west': { zh: '坞口溪', en: 'Wukou Brook' },
  lake: { zh: '龙坑水库', en: 'Longkeng Reservoir' },
}

/** Hills without their height. */
export const HILL_WORDS: readonly Name[] = words(`
  鹰嘴岩 Yingzui Rock, 大尖山 Dajian Hill, 笔架山 Bijia Hill, 云雾尖 Yunwu Peak, 马鞍山 Ma’an Hill, 老虎岗 Laohu Ridge,
  石门岭 Shimen Ridge, 乌龟山 Wugui Hill, 望夫尖 Wangfu Peak, 狮子岩 Shizi Rock, 牛背岭 Niubei Ridge, 茶花尖 Chahua Peak
`)

/** Estates without 小区. */
export const ESTATE_WORDS: readonly Name[] = words(`
  阳光花园 Yangguang Garden, 禾溪新村 Hexi New Village, 桂苑 Guiyuan Court, 河畔人家 Riverside Court, 锦绣家园 Jinxiu Homes, 书香苑 Shuxiang Court,
  金桂小区 Jingui Estate, 安居小区 Anju Estate, 翠竹园 Cuizhu Garden, 东方花苑 Dongfang Court, 新安佳苑 Xin’an Court, 凤凰城 Fenghuang Estate
`)
