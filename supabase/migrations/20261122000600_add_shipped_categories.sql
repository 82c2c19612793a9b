-- The categories that every installation starts with: shared rows, without a root.
--
-- 1. The 97 event classes (groups 06-10) of GB/T 47678.5-2026, transcribed from a public repository and NOT checked against the
--    standard's own text. Codes that are missing in the transcription (06031, 07005, 09007) stay missing, and no code is invented. The
--    English names are ours. The day they are valid from is the start of the standard's year: the transcription names no day.
-- 2. Local extensions (code_system 'local') for what the campaigns need and the national table has no class for. Their codes are our own
--    words, never numbers, so that none is taken for a national one. Where a local row is a kind of a national class, it is its child.

insert into public.categories (code_system, kind, code, valid_from, name, name_en, group_code, group_name, group_name_en, urgent)
select 'gbt47678.5-2026', 'event', e.code, date '2026-01-01', e.name, e.name_en, g.code, g.name, g.name_en, e.urgent
from (values
    ('06', '市容环境类', 'City appearance and environment'),
    ('07', '宣传广告类', 'Publicity and advertising'),
    ('08', '施工管理类', 'Construction management'),
    ('09', '街面秩序类', 'Street order'),
    ('10', '其他事项类', 'Other events')
) as g (code, name, name_en)
join (values
    ('06001', '私搭乱建', 'Unauthorised construction', false),
    ('06002', '店面无证装修', 'Shop fitting-out without a permit', false),
    ('06003', '违章接坡', 'Unlawful ramp over the kerb', false),
    ('06004', '建筑物外立面污损', 'Soiled or damaged facade', false),
    ('06005', '临街阳台、屋顶脏乱差', 'Untidy street-facing balcony or roof', false),
    ('06006', '擅自在临街建筑物上挂彩旗', 'Unauthorised flags on a street-facing building', false),
    ('06007', '沿街晾挂', 'Laundry or goods hung out along the street', false),
    ('06008', '擅自架设管线、杆线设施', 'Unauthorised pipes, lines or poles', false),
    ('06009', '空调室外机低挂', 'Air-conditioner unit mounted too low', false),
    ('06010', '暴露垃圾', 'Exposed waste', false),
    ('06011', '积存垃圾渣土', 'Accumulated waste or rubble', false),
    ('06012', '道路不洁', 'Dirty road', false),
    ('06013', '道路破损', 'Damaged road surface', false),
    ('06014', '道路遗撒', 'Material spilled on the road', false),
    ('06015', '沙(河)滩不洁', 'Dirty beach or river bank', false),
    ('06016', '交通标线不清晰', 'Worn road markings', false),
    ('06017', '绿地脏乱', 'Littered green space', false),
    ('06018', '绿化弃料', 'Uncollected green waste', false),
    ('06019', '非装饰性吊挂', 'Non-decorative objects hanging', false),
    ('06020', '焚烧垃圾、树叶', 'Burning of waste or leaves', false),
    ('06021', '病虫害', 'Plant disease or pests', false),
    ('06022', '非法伐树', 'Illegal tree felling', false),
    ('06023', '堤岸破损', 'Damaged embankment', false),
    ('06024', '水域秩序乱象', 'Disorder on the water', false),
    ('06025', '水域不洁', 'Dirty water body', false),
    ('06026', '河道污染', 'River pollution', false),
    ('06027', '油烟污染', 'Cooking fume pollution', false),
    ('06028', '噪声扰民', 'Noise nuisance', false),
    ('06029', '露天烧烤', 'Open-air barbecue', false),
    ('06030', '乱倒乱排污水废水', 'Illegal discharge of sewage or waste water', false),
    ('06032', '非正规垃圾填埋场', 'Informal landfill', false),
    ('06033', '乱丢弃医疗废物', 'Illegal dumping of medical waste', false),
    ('06034', '废弃车辆', 'Abandoned vehicle', false),
    ('06035', '废弃家具设备', 'Abandoned furniture or equipment', false),
    ('06036', '乱堆杂物', 'Haphazardly piled objects', false),
    ('06037', '动物尸体', 'Dead animal', false),
    ('06038', '擅自饲养家禽家畜', 'Unauthorised keeping of poultry or livestock', false),
    ('06039', '违章开设道口', 'Unlawful road opening', false),
    ('06040', '私设地锁、阻车桩', 'Private parking lock or bollard', false),
    ('06041', '垃圾未分类', 'Unsorted waste', false),
    ('06042', '垃圾站(箱)满溢', 'Overflowing waste station or bin', false),
    ('06043', '遮阳篷破损', 'Damaged awning', false),
    ('06044', '节庆装饰物破损', 'Damaged festive decoration', false),
    ('06045', '非法占绿毁绿', 'Illegal occupation or destruction of green space', false),
    ('06046', '占用河道', 'Occupation of a river channel', false),
    ('06047', '公园秩序', 'Disorder in a park', false),
    ('06048', '边坡(挡土墙)破损', 'Damaged slope or retaining wall', false),
    ('06049', '台阶破损', 'Damaged steps', false),
    ('06050', '路缘石缺损', 'Damaged or missing kerbstone', false),
    ('06051', '盲道缺损', 'Damaged or missing tactile paving', false),
    ('06052', '无障碍坡道破损', 'Damaged accessible ramp', false),
    ('07001', '非法小广告', 'Illegal small ads', false),
    ('07002', '街头散发广告', 'Handing out flyers in the street', false),
    ('07003', '违规户外广告', 'Unlawful outdoor advertising', false),
    ('07004', '广告语言文字不规范', 'Non-standard language in advertising', false),
    ('07006', '违规牌匾标识', 'Unlawful signboard', false),
    ('07007', '违规标语宣传品', 'Unlawful banner or poster', false),
    ('07008', '公益性宣传品缺损', 'Damaged or missing public-interest notice', false),
    ('08001', '施工扰民', 'Construction nuisance', false),
    ('08002', '施工占道', 'Construction occupying the road', false),
    ('08003', '无证掘路', 'Road excavation without a permit', false),
    ('08004', '工地扬尘', 'Construction site dust', false),
    ('08005', '施工废弃料', 'Construction waste', false),
    ('08006', '施工物料乱堆放', 'Haphazardly piled construction material', false),
    ('08007', '施工工地围挡问题', 'Construction site hoarding fault', false),
    ('08008', '工地道路未硬化', 'Unpaved construction site road', false),
    ('08009', '工地出入口道路破损', 'Damaged road at a construction site exit', false),
    ('08010', '施工完成后未场光地净', 'Site not cleared after construction', false),
    ('08011', '渣土车未密闭', 'Uncovered muck truck', false),
    ('08012', '车轮夹带', 'Mud carried out on wheels', false),
    ('08013', '违规高空悬吊', 'Unlawful suspended work at height', false),
    ('08014', '预埋件裸露', 'Exposed embedded part', false),
    ('08015', '施工公示牌污损', 'Soiled or damaged construction notice board', false),
    ('08016', '无证建设', 'Construction without a permit', false),
    ('09001', '无照经营游商', 'Unlicensed mobile vendor', false),
    ('09002', '早(夜)市管理问题', 'Morning or night market disorder', false),
    ('09003', '流浪乞讨', 'Vagrancy and begging', false),
    ('09004', '废品收购乱象', 'Disorderly scrap collection', false),
    ('09005', '店外经营', 'Trading outside the shop', false),
    ('09006', '占道经营', 'Trading on the road', false),
    ('09008', '非法出版物销售', 'Sale of illegal publications', false),
    ('09009', '机动车乱停放', 'Disorderly parked motor vehicle', false),
    ('09010', '非机动车乱停放', 'Disorderly parked non-motor vehicle', false),
    ('09011', '共享单车乱象', 'Shared bicycle disorder', false),
    ('09012', '占用消防通道', 'Blocked fire lane', true),
    ('09013', '临街屠宰', 'Slaughtering by the street', false),
    ('09014', '畜力车进城', 'Animal-drawn cart in town', false),
    ('09015', '无证餐饮', 'Unlicensed catering', false),
    ('09016', '违规设置停车场', 'Unlawful car park', false),
    ('09017', '违规占用桥下空间', 'Unlawful use of space under a bridge', false),
    ('09018', '履带车违规上路', 'Tracked vehicle on the road', false),
    ('09019', '占用无障碍通道', 'Blocked accessible passage', false),
    ('09020', '农贸市场秩序问题', 'Farmers'' market disorder', false),
    ('09021', '占道洗车', 'Car washing on the road', false),
    ('09022', '占道促销宣传', 'Promotion occupying the road', false),
    ('10001', '道路积雪、结冰', 'Snow or ice on the road', false),
    ('10002', '架空线缆脱落', 'Fallen overhead cable', false)
) as e (code, name, name_en, urgent) on left(e.code, 2) = g.code
order by e.code;

-- Urgent are a blocked fire lane (above) and e-bikes that are charged or left where people have to get out: both are about fire.
insert into public.categories (code_system, kind, code, valid_from, name, name_en, group_code, group_name, group_name_en, urgent)
select 'local', 'event', e.code, date '2026-01-01', e.name, e.name_en, g.code, g.name, g.name_en, e.urgent
from (values
    (1, 'small-ads', '小广告', 'Small ads'),
    (2, 'cable', '空中缆线', 'Overhead cables'),
    (3, 'market', '农贸市场', 'Markets'),
    (4, 'smoking', '禁烟', 'No smoking'),
    (5, 'disorder', '十二乱', 'Twelve disorders'),
    (6, 'dog', '不文明养犬', 'Uncivil dog keeping'),
    (7, 'ebike', '电动自行车', 'Electric bicycles')
) as g (position, code, name, name_en)
join (values
    (1, 'small-ads', 'ad-stamp', '小广告(印章式)', 'Small ad (stamped)', false),
    (2, 'small-ads', 'ad-sticker', '小广告(贴纸式)', 'Small ad (sticker)', false),
    (1, 'cable', 'cable-loose', '缆线散乱未捆扎', 'Loose, unbundled cables', false),
    (2, 'cable', 'cable-tangled', '缆线交叉缠绕', 'Tangled cables', false),
    (3, 'cable', 'cable-coil', '余缆未规范盘留', 'Untidy spare cable coil', false),
    (4, 'cable', 'cable-dead', '废弃缆线未剪除', 'Dead cable not removed', false),
    (5, 'cable', 'cable-low', '缆线脱落低垂', 'Sagging or detached cable', false),
    (6, 'cable', 'cable-pole', '线杆倾斜破损', 'Leaning or damaged pole', false),
    (7, 'cable', 'cable-box', '线缆箱体破损敞开', 'Damaged or open cable box', false),
    (1, 'market', 'market-scale', '公平秤缺失或失准', 'Fair-trade scale missing or inaccurate', false),
    (2, 'market', 'market-poultry', '活禽未独立宰杀售卖', 'Live poultry not sold and slaughtered in a separate area', false),
    (1, 'smoking', 'smoking-sign', '禁烟标识缺失', 'No-smoking sign missing', false),
    (2, 'smoking', 'smoking-indoor', '非吸烟区吸烟', 'Smoking in a non-smoking area', false),
    (1, 'disorder', 'disorder-building', '乱搭乱建', 'Haphazard sheds and structures', false),
    (2, 'disorder', 'disorder-piling', '乱堆乱放', 'Haphazard piling and storing', false),
    (3, 'disorder', 'disorder-hanging', '乱拉乱挂', 'Haphazard wires and lines', false),
    (4, 'disorder', 'disorder-posting', '乱贴乱画', 'Haphazard posting and scribbling', false),
    (5, 'disorder', 'disorder-parking', '乱停乱放', 'Haphazard parking', false),
    (6, 'disorder', 'disorder-growing', '乱种乱养', 'Haphazard planting and animal keeping', false),
    (1, 'dog', 'dog-leash', '犬只未牵绳', 'Dog off the leash', false),
    (2, 'dog', 'dog-waste', '犬便未清理', 'Dog waste not removed', false),
    (3, 'dog', 'dog-place', '携犬进入禁入场所', 'Dog taken where dogs are not allowed', false),
    (4, 'dog', 'dog-unregistered', '犬只未登记免疫', 'Unregistered or unvaccinated dog', false),
    (5, 'dog', 'dog-noise', '犬吠扰民', 'Barking nuisance', false),
    (6, 'dog', 'dog-stray', '流浪犬只', 'Stray dog', false),
    (1, 'ebike', 'ebike-charging', '电动自行车违规充电', 'Unsafe e-bike charging', true),
    (2, 'ebike', 'ebike-parking', '电动自行车违规停放', 'Unlawful e-bike parking', false),
    (3, 'ebike', 'ebike-stairwell', '电动自行车楼道停放', 'E-bike left in a stairwell', true)
) as e (position, group_code, code, name, name_en, urgent) on e.group_code = g.code
order by g.position, e.position;

-- 乱拉乱挂, 乱贴乱画, 乱停乱放 and 乱种乱养 each lie across several national classes and have no parent.
update public.categories as child
set parent_id = parent.id
from (values
    ('ad-stamp', 'gbt47678.5-2026', '07001'),
    ('ad-sticker', 'gbt47678.5-2026', '07001'),
    ('cable-loose', 'gbt47678.5-2026', '06008'),
    ('cable-tangled', 'gbt47678.5-2026', '06008'),
    ('cable-coil', 'gbt47678.5-2026', '06008'),
    ('cable-dead', 'gbt47678.5-2026', '06008'),
    ('cable-low', 'gbt47678.5-2026', '10002'),
    ('market-scale', 'gbt47678.5-2026', '09020'),
    ('market-poultry', 'gbt47678.5-2026', '09020'),
    ('disorder-building', 'gbt47678.5-2026', '06001'),
    ('disorder-piling', 'gbt47678.5-2026', '06036'),
    ('ebike-stairwell', 'local', 'ebike-parking')
) as p (code, parent_system, parent_code)
join public.categories as parent on parent.root_id is null and parent.code_system = p.parent_system and parent.code = p.parent_code
where child.root_id is null and child.code_system = 'local' and child.code = p.code;
