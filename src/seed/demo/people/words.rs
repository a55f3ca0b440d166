//! What rosters and people say: schooling, state, wishes, pay, remarks, each in several spellings.

use super::super::{operators, random::Chance};
use super::{plan::Plan, wishes};
use crate::domain::{
    group::Group,
    person::{PersonRecord, Schooling, Wish, WorkStatus},
    written::Written,
};
use chrono::NaiveDate;

use Schooling::{Bachelor, College, Junior, Master, None as NoSchool, Primary, Senior, Vocational};
use WorkStatus::{
    Employed, Flexible, InSchool, NotWorking, PublicWelfare, RegisteredUnemployed, SelfEmployed,
};

/// Words and their reading; a word stands as often as it is met.
type Said<T> = &'static [(&'static str, T)];

pub(super) const TEENS: Said<Schooling> = &[
    ("初中", Junior),
    ("初中", Junior),
    ("初中毕业", Junior),
    ("高中", Senior),
    ("高中毕业", Senior),
    ("普高", Senior),
];
pub(super) const YOUNG: Said<Schooling> = &[
    ("初中", Junior),
    ("初中", Junior),
    ("高中", Senior),
    ("中专", Vocational),
    ("中专", Vocational),
    ("中技", Vocational),
    ("技校", Vocational),
    ("大专", College),
    ("大专", College),
    ("大专（高职）", College),
    ("本科", Bachelor),
    ("大学本科", Bachelor),
];
pub(super) const MIDDLE: Said<Schooling> = &[
    ("小学", Primary),
    ("初中", Junior),
    ("初中", Junior),
    ("初中", Junior),
    ("初中毕业", Junior),
    ("高中", Senior),
    ("高中", Senior),
    ("高中/中专", Senior),
    ("中专", Vocational),
    ("职高", Vocational),
    ("大专", College),
    ("本科", Bachelor),
];
pub(super) const OLD: Said<Schooling> = &[
    ("文盲", NoSchool),
    ("小学", Primary),
    ("小学", Primary),
    ("小学毕业", Primary),
    ("初中", Junior),
    ("初中", Junior),
    ("初中", Junior),
    ("初中文化", Junior),
    ("高中", Senior),
    ("中专", Vocational),
];
pub(super) const GRADUATES: Said<Schooling> = &[
    ("大专", College),
    ("高职", College),
    ("本科", Bachelor),
    ("本科", Bachelor),
    ("大学本科", Bachelor),
    ("硕士", Master),
];
pub(super) const AT_WORK: Said<WorkStatus> = &[
    ("在岗", Employed),
    ("在职", Employed),
    ("已就业", Employed),
    ("单位就业", Employed),
];
pub(super) const REGISTERED: Said<WorkStatus> = &[
    ("登失", RegisteredUnemployed),
    ("登记失业", RegisteredUnemployed),
    ("失业（已登记）", RegisteredUnemployed),
];
pub(super) const OUT: Said<WorkStatus> = &[
    ("未就业", NotWorking),
    ("待业", NotWorking),
    ("失业", NotWorking),
    ("在家", NotWorking),
];
pub(super) const MIXED: Said<WorkStatus> = &[
    ("未就业", NotWorking),
    ("失业", NotWorking),
    ("待业", NotWorking),
    ("灵活就业", Flexible),
    ("打散工", Flexible),
    ("外出务工", Employed),
    ("在岗", Employed),
    ("公益岗", PublicWelfare),
    ("个体户", SelfEmployed),
];
pub(super) const LEARNING: Said<WorkStatus> = &[("在校", InSchool), ("在读", InSchool)];

const FIRMS: [&str; 8] = [
    "中山市金丁五金制品厂",
    "中山市星壬电子有限公司",
    "中山市南庚家电配件厂",
    "中山沙溪衣戊制衣厂",
    "中山古镇灯庚照明厂",
    "中山市川乙物流有限公司",
    "中山市南味饮食有限公司",
    "珠海市香洲壬联电子厂",
];
const REMARKS: [&str; 14] = [
    "白天返工，晚上八点后先听电话",
    "勿告知家属",
    "听白话，普通话一般",
    "微信同号",
    "电话多数阿妈听",
    "要接送小孩，早九晚四",
    "识揸电动车",
    "去年报过名没来",
    "上次推荐过制衣厂，嫌远",
    "村委介绍来登记",
    "腰不好，不能搬重",
    "手机常欠费，找邻居转",
    "讲潮州话",
    "介意夜班",
];

/// Writes what was said of and by a person.
pub(super) fn fill(
    record: &mut PersonRecord,
    plan: &Plan,
    age: i32,
    today: NaiveDate,
    chance: &mut Chance,
) {
    record.schooling = said(schooling(plan, age), 4, chance);
    record.work_status = said(work_status(plan, age), 6, chance);
    let working = matches!(record.work_status.value, Some(Employed | Flexible));
    wishes::fill(record, plan, age, today, chance);
    record.training_wish = match chance.below(100) {
        0..40 => Written::read("有", Wish::Yes),
        40..60 => Written::read("无", Wish::No),
        60..78 => Written::read("未摸底", Wish::NotAsked),
        _ => Written::default(),
    };
    if chance.percent(60) {
        let (low, high) = if age >= 50 { (28, 48) } else { (35, 80) };
        let low = u32::try_from(chance.between(low, high)).unwrap_or(40) * 100;
        record.expected_pay = match chance.below(10) {
            0..6 => Written::read(low.to_string(), low),
            6..9 => Written::read(format!("{low}-{}", low + 1000), low),
            _ => Written::unread("面议"),
        };
    }
    record.commute = chance
        .pick(&[
            "",
            "",
            "",
            "步行",
            "本镇",
            "电动车半小时内",
            "本市",
            "可住厂",
            "珠三角",
        ])
        .to_owned();
    if chance.percent(30) {
        let healths = [
            "健康",
            "健康",
            "健康",
            "良好",
            "一般",
            "高血压",
            "腰椎间盘突出",
        ];
        record.health = chance.pick(&healths).to_owned();
    }
    if chance.percent(20) {
        record.labour_ability = chance.pick(&["有", "普通劳动力", "部分丧失"]).to_owned();
    }
    if working && record.work_status.value == Some(Employed) && chance.percent(70) {
        record.work_unit = chance.pick(&FIRMS).to_owned();
        record.work_place = record.work_unit.chars().take(3).collect();
        let income = u32::try_from(chance.between(38, 90)).unwrap_or(50) * 100;
        record.income = Written::read(income.to_string(), income);
    }
    let workers = operators();
    let turn = usize::from(chance.percent(30));
    if let Some(worker) = workers.get(turn)
        && chance.percent(95)
    {
        record.worker = worker.name.to_owned();
    }
    if chance.percent(9) {
        record.note = chance.pick(&REMARKS).to_owned();
    }
}

fn said<T: Copy>(list: Said<T>, silent: u64, chance: &mut Chance) -> Written<T> {
    let index = usize::try_from(chance.below(list.len() as u64)).unwrap_or(0);
    match list.get(index) {
        Some((text, value)) if !chance.percent(silent) => Written::read(*text, *value),
        _ => Written::default(),
    }
}

fn schooling(plan: &Plan, age: i32) -> Said<Schooling> {
    use Group::*;
    match plan.groups[0] {
        Some(YouthNotInSchool) => TEENS,
        Some(Graduate | GraduateJobless | DisabledGraduate | VeteranStudent) => GRADUATES,
        Some(
            VeteranOfficer | VeteranDemobilised | SkillLeader | SkillTop | HighRiskPrincipal
            | SafetyManager | SupportTutor | DisabledServiceStaff,
        ) if age >= 22 => YOUNG,
        _ if age < 20 => TEENS,
        _ if age < 30 => YOUNG,
        _ if age < 48 => MIDDLE,
        _ => OLD,
    }
}

fn work_status(plan: &Plan, age: i32) -> Said<WorkStatus> {
    use Group::*;
    if plan.groups.contains(&Some(RegisteredUnemployed)) {
        return REGISTERED;
    }
    match plan.groups[0] {
        Some(
            EnterpriseWorker | AffectedWorker | TransferredWorker | Apprentice | SafetyManager
            | HighRiskPrincipal | TeamLeader | SmeBackbone | NewGenerationWorker | SkillTop
            | SkillLeader | SupplyCoop | DisabledServiceStaff | SupportTutor | SpecialOperator,
        ) => AT_WORK,
        Some(
            Unemployed | GraduateJobless | DismissedWorker | YouthNotInSchool | OlderUnemployed
            | Age4050 | HardToEmploy | ZeroWorkHousehold,
        ) => OUT,
        Some(PoorFamilyChild) if age < 18 => LEARNING,
        _ => MIXED,
    }
}
