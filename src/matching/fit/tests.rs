//! Both sides of each limit, and what is not known.

use super::*;
use crate::domain::{
    dates::parse_date,
    group::{Group, Membership},
    offer::{CourseRecord, VacancyRecord},
    person::{
        DisabilityKind, DisabilityLevel, PersonRecord, PersonState, Schooling, Sex, Wish,
        WorkStatus,
    },
    written::Written,
};
use crate::matching::{
    places::Places,
    testing::{DIVISIONS, occupations},
};
use FitLevel::{No, Unknown, Yes};
use std::sync::OnceLock;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

fn places() -> &'static Places {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| Places::parse(DIVISIONS))
}

/// A person of whom the usual is known: 30 years old on the day, 初中, wishes any.
fn person(change: impl FnOnce(&mut PersonRecord)) -> PersonRecord {
    let mut record = PersonRecord {
        sex: Some(Sex::Female),
        birth_date: NaiveDate::from_ymd_opt(1996, 5, 31),
        schooling: Written::read("初中", Schooling::Junior),
        wishes: "普工".into(),
        city: "中山市".into(),
        ..PersonRecord::default()
    };
    change(&mut record);
    record
}

fn hold_against(subject: &Subject, person: &PersonRecord) -> Fit {
    let facts = Facts::of(person, places().of_person(person));
    let relation = subject.relation(&occupations().read(&person.wishes));
    let fit = fit(subject, &facts, relation, today(), Lang::Zh);
    let (level, score) = level(subject, &facts, relation, today());
    assert_eq!(
        (fit.level, fit.score),
        (level, score),
        "counting and showing agree"
    );
    fit
}

fn vacancy(title: &str, requirement: &str) -> Subject {
    let record = VacancyRecord {
        title: title.into(),
        requirement: requirement.into(),
        ..VacancyRecord::default()
    };
    Subject::vacancy(&record, &occupations(), places())
}

fn course(title: &str, target: &str, condition: &str) -> Subject {
    let record = CourseRecord {
        title: title.into(),
        target: target.into(),
        condition: condition.into(),
        start: Written::read("2026-07-01", parse_date("2026-07-01").unwrap()),
        ..CourseRecord::default()
    };
    Subject::course(&record, &occupations(), places())
}

fn post(requirement: &str, change: impl FnOnce(&mut PersonRecord)) -> FitLevel {
    hold_against(&vacancy("包装工", requirement), &person(change)).level
}

fn born(year: i32, month: u32, day: u32) -> impl FnOnce(&mut PersonRecord) {
    move |p| p.birth_date = NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn ages_on_both_sides_of_each_limit() {
    assert_eq!(post("45岁以下", born(1981, 6, 1)), Yes, "45 on the day");
    assert_eq!(post("45岁以下", born(1980, 6, 1)), No, "46 on the day");
    assert_eq!(post("18-45周岁", born(2008, 6, 1)), Yes);
    assert_eq!(post("18-45周岁", born(2008, 6, 2)), No);
    assert_eq!(post("45岁以下", |p| p.birth_date = None), Unknown);
    assert_eq!(post("女18-45男18-50", born(1979, 1, 1)), No);
    assert_eq!(
        post("女18-45男18-50", |p| {
            p.birth_date = NaiveDate::from_ymd_opt(1979, 1, 1);
            p.sex = Some(Sex::Male);
        }),
        Yes
    );
    assert_eq!(post("女18-45男18-50", |p| p.sex = None), Unknown);
    assert_eq!(
        post("45岁以下，有经验可放宽至50岁", born(1978, 1, 1)),
        Unknown
    );
    assert_eq!(post("45岁以下，有经验可放宽至50岁", born(1975, 1, 1)), No);
    assert_eq!(post("25岁以下优先", |_| {}), Yes, "preferences never gate");
}

#[test]
fn a_missing_fact_asks() {
    let fit = hold_against(
        &vacancy("包装工", "45岁以下，高中以上"),
        &person(|p| {
            p.birth_date = None;
            p.schooling = Written::default();
        }),
    );
    assert_eq!(fit.level, Unknown);
    let asks: Vec<&str> = fit
        .reasons
        .iter()
        .filter(|r| !r.soft)
        .filter_map(|r| r.ask.as_deref())
        .collect();
    assert!(
        asks.contains(&"出生日期是哪天？") && asks.contains(&"文化程度是什么？"),
        "{asks:?}"
    );
    let age = fit.reasons.iter().find(|r| r.what == "年龄").unwrap();
    assert_eq!(age.because, "45岁以下");
}

#[test]
fn schooling_by_rank() {
    let with = |s: Schooling| move |p: &mut PersonRecord| p.schooling = Written::read("", s);
    assert_eq!(post("高中以上", with(Schooling::Vocational)), Yes);
    assert_eq!(post("中专以上", with(Schooling::Senior)), Yes);
    assert_eq!(post("高中以上", with(Schooling::Junior)), No);
    assert_eq!(post("中专（机电）以上", with(Schooling::Senior)), No);
    assert_eq!(
        post("中专（机电）以上", with(Schooling::Vocational)),
        Unknown
    );
    assert_eq!(
        post("高中以上", |p| p.schooling = Written::unread("读过书")),
        Unknown
    );
    assert_eq!(post("学历不限", with(Schooling::None)), Yes);
}

#[test]
fn certificates_levels_and_alternatives() {
    let with = |certs: &'static [&'static str]| {
        move |p: &mut PersonRecord| p.certs = certs.iter().map(|c| (*c).to_owned()).collect()
    };
    assert_eq!(post("有叉车证", with(&["N1叉车司机证"])), Yes);
    assert_eq!(post("有叉车证", with(&[])), Unknown);
    assert_eq!(post("有叉车证", with(&["无"])), No);
    assert_eq!(post("有叉车证", with(&["焊工证"])), No);
    assert_eq!(
        post("有叉车证", with(&["健康证"])),
        Unknown,
        "a health certificate says nothing of others"
    );
    assert_eq!(post("低压电工证", with(&["电工证"])), Unknown);
    assert_eq!(post("叉车证优先", with(&["无"])), Yes);
    assert_eq!(post("持C1证", with(&["B2驾驶证"])), Yes);
    assert_eq!(post("养老护理员四级以上", with(&["养老护理员四级"])), Yes);
    assert_eq!(post("养老护理员四级以上", with(&["养老护理员五级"])), No);
    assert_eq!(post("养老护理员四级以上", with(&["养老护理员证"])), Unknown);
    assert_eq!(
        post("四级以上钳工证或5年经验", with(&["无"])),
        Unknown,
        "the other way is open"
    );
    assert_eq!(post("A1或A3", with(&["A3"])), Yes);
    assert_eq!(
        post("有健康证，身体健康，会电脑", with(&[])),
        Yes,
        "soft words do not lower"
    );
    let next = course("育婴员四级提升班", "", "须持五级证");
    assert_eq!(
        hold_against(&next, &person(with(&["育婴员五级证"]))).level,
        Yes
    );
    assert_eq!(
        hold_against(&next, &person(with(&["保安员五级证"]))).level,
        No
    );
    assert_eq!(hold_against(&next, &person(with(&[]))).level, Unknown);
}

#[test]
fn a_recorded_fact_to_the_contrary_counts() {
    assert_eq!(post("身体健康", |p| p.health = "患有高血压".into()), No);
    assert_eq!(post("身体健康", |p| p.health = "良好".into()), Yes);
    assert_eq!(
        post("视力好", |p| p.disability_kind =
            Some(DisabilityKind::Sight)),
        No
    );
    assert_eq!(
        post("学历不限", |p| p.labour_ability = "丧失劳动能力".into()),
        No
    );
    assert_eq!(post("学历不限", |p| p.state = Some(PersonState::Dead)), No);
}

#[test]
fn groups_are_gates_where_stated_as_one() {
    let with = |groups: &'static [Group]| {
        move |p: &mut PersonRecord| {
            p.groups = groups.iter().map(|g| Membership::undated(*g)).collect();
        }
    };
    let at = |target: &str, change: &dyn Fn(&mut PersonRecord)| {
        hold_against(&course("茶艺师", target, ""), &person(|p| change(p))).level
    };
    assert_eq!(at("农村劳动力、退役军人", &with(&[Group::Veteran])), Yes);
    assert_eq!(
        at("农村劳动力、退役军人", &with(&[Group::YouthNotInSchool])),
        No
    );
    assert_eq!(at("农村劳动力、退役军人", &with(&[])), Unknown);
    assert_eq!(at("农村劳动力优先", &with(&[Group::Veteran])), Yes);
    assert_eq!(at("社会人员、企业职工", &with(&[])), Yes);
    assert_eq!(at("社会人员", &with(&[])), Yes);
    assert_eq!(at("就业困难人员", &with(&[Group::Age4050])), Yes);
    assert_eq!(
        at("就业困难人员", &|p| p.disability_kind =
            Some(DisabilityKind::Physical)),
        Yes
    );
    assert_eq!(
        at("失业人员", &|p| p.work_status =
            Written::read("", WorkStatus::RegisteredUnemployed)),
        Yes
    );
    assert_eq!(at("退役军人", &|p| p.veteran_year = Some(2020)), Yes);
    let veteran = hold_against(
        &course("物流班", "自主就业退役士兵", ""),
        &person(with(&[Group::Veteran])),
    );
    assert_eq!(veteran.level, Yes);
    assert!(
        veteran
            .reasons
            .iter()
            .any(|r| r.ask.as_deref() == Some("是自主就业的退役士兵吗？"))
    );
    let ended = |p: &mut PersonRecord| {
        p.groups = vec![Membership {
            to: NaiveDate::from_ymd_opt(2026, 5, 31),
            ..Membership::undated(Group::Veteran)
        }];
    };
    assert_eq!(at("退役军人", &ended), No);
}

#[test]
fn sixteen_and_eighteen() {
    let fit = |subject: &Subject, change: &dyn Fn(&mut PersonRecord)| {
        hold_against(subject, &person(|p| change(p)))
    };
    let fifteen = |p: &mut PersonRecord| p.birth_date = NaiveDate::from_ymd_opt(2010, 6, 2);
    let sixteen = |p: &mut PersonRecord| p.birth_date = NaiveDate::from_ymd_opt(2010, 6, 1);
    let adult = |p: &mut PersonRecord| p.birth_date = NaiveDate::from_ymd_opt(2008, 6, 1);
    let plain = vacancy("收银员", "学历不限");
    let young = fit(&plain, &fifteen);
    assert_eq!(young.level, No);
    assert_eq!(young.reasons[0].rule.as_ref().unwrap().rule, "R-GEN-02");
    assert_eq!(fit(&plain, &sixteen).level, Yes);
    assert_eq!(
        fit(&course("茶艺师", "不限", ""), &fifteen).level,
        Yes,
        "courses stay open"
    );
    for (title, requirement) in [
        ("电工", "学历不限"),
        ("包装工", "两班倒"),
        ("打磨工", "不限"),
        ("包装工", "粉尘岗位"),
    ] {
        let risky = vacancy(title, requirement);
        let minor = fit(&risky, &sixteen);
        assert_eq!(minor.level, No, "{title} {requirement}");
        assert_eq!(minor.reasons[0].rule.as_ref().unwrap().rule, "R-GEN-03");
        assert_eq!(fit(&risky, &adult).level, Yes, "{title} {requirement}");
    }
}

#[test]
fn disability_is_named_excluded_or_not_known() {
    let of = |kind: DisabilityKind| move |p: &mut PersonRecord| p.disability_kind = Some(kind);
    assert_eq!(post("学历不限", of(DisabilityKind::Physical)), Unknown);
    assert_eq!(
        post("肢体残疾、听力残疾均可", of(DisabilityKind::Physical)),
        Yes
    );
    assert_eq!(
        post("肢体残疾、听力残疾均可", of(DisabilityKind::Mental)),
        Unknown,
        "not named is not refused"
    );
    assert_eq!(post("聋哑人可", of(DisabilityKind::Hearing)), Yes);
    assert_eq!(post("聋哑人可", |_| {}), Yes, "a welcome keeps nobody out");
    assert_eq!(
        post("接受肢体残疾（四级）", |p| {
            p.disability_kind = Some(DisabilityKind::Physical);
            p.disability_level = Some(DisabilityLevel::Four);
        }),
        Yes
    );
    assert_eq!(
        post("接受肢体残疾（四级）", of(DisabilityKind::Physical)),
        Unknown
    );
    assert_eq!(post("持残疾人证", |_| {}), Unknown);
    let phone = vacancy("电话客服", "学历不限");
    assert_eq!(
        hold_against(&phone, &person(of(DisabilityKind::Hearing))).level,
        No
    );
    let drive = vacancy("货车司机", "学历不限");
    assert_eq!(
        hold_against(&drive, &person(of(DisabilityKind::Sight))).level,
        No
    );
    let blind = course(
        "盲人保健按摩",
        "持残疾人证的盲人",
        "视力残疾一、二级，16-50岁",
    );
    let level = |kind, level| {
        hold_against(
            &blind,
            &person(|p| {
                p.disability_kind = Some(kind);
                p.disability_level = level;
            }),
        )
        .level
    };
    assert_eq!(
        level(DisabilityKind::Sight, Some(DisabilityLevel::One)),
        Yes
    );
    assert_eq!(
        level(DisabilityKind::Sight, Some(DisabilityLevel::Three)),
        No
    );
    assert_eq!(level(DisabilityKind::Sight, None), Unknown);
    assert_eq!(
        level(DisabilityKind::Physical, Some(DisabilityLevel::One)),
        No
    );
}

#[test]
fn unlawful_demands_refuse_nobody_and_scams_are_asked_about() {
    let men = hold_against(&vacancy("仓管", "限男性，已婚已育优先"), &person(|_| {}));
    assert_eq!(men.level, Yes);
    let sex = men
        .reasons
        .iter()
        .find(|r| r.because.contains("限男"))
        .unwrap();
    assert_eq!(sex.verdict, Verdict::Failed);
    assert!(sex.soft && sex.rule.as_ref().unwrap().clause.contains("第二十七条"));
    assert_eq!(post("女18-45", |p| p.sex = Some(Sex::Male)), Yes);
    assert_eq!(post("女18-45", born(1970, 1, 1)), No, "the age stands");
    assert_eq!(
        hold_against(
            &course("月嫂", "不限", "18-55周岁女性"),
            &person(|p| p.sex = Some(Sex::Male))
        )
        .level,
        No
    );
    let deposit = VacancyRecord {
        title: "包装工".into(),
        remark: "须交押金2000元".into(),
        ..VacancyRecord::default()
    };
    assert_eq!(
        hold_against(
            &Subject::vacancy(&deposit, &occupations(), places()),
            &person(|_| {})
        )
        .level,
        Unknown
    );
}

#[test]
fn closed_begun_and_full_are_no_offers() {
    let on = |day: &str| Written::read(day, parse_date(day).unwrap());
    let closes = |day: &str| {
        let record = VacancyRecord {
            title: "包装工".into(),
            closes: on(day),
            ..VacancyRecord::default()
        };
        Subject::vacancy(&record, &occupations(), places())
    };
    assert_eq!(
        hold_against(&closes("2026-06-01"), &person(|_| {})).level,
        Yes
    );
    assert_eq!(
        hold_against(&closes("2026-05-31"), &person(|_| {})).level,
        No
    );
    assert_eq!(post("18-50岁，已招满", |_| {}), No);
    let starts = |day: &str, remark: &str| {
        let record = CourseRecord {
            title: "茶艺师".into(),
            start: on(day),
            remark: remark.into(),
            ..CourseRecord::default()
        };
        Subject::course(&record, &occupations(), places())
    };
    assert_eq!(
        hold_against(&starts("2026-06-01", ""), &person(|_| {})).level,
        Yes
    );
    assert_eq!(
        hold_against(&starts("2026-05-31", ""), &person(|_| {})).level,
        No
    );
    let yearless = |text: &str| {
        let record = CourseRecord {
            title: "茶艺师".into(),
            start: Written::unread(text),
            ..CourseRecord::default()
        };
        hold_against(
            &Subject::course(&record, &occupations(), places()),
            &person(|_| {}),
        )
        .level
    };
    for (text, level) in [
        ("6月1日", Yes),
        ("逢周六日，下一期11月28日", Yes),
        ("5月31日", Unknown),
        ("12/5", Unknown),
        ("随到随学", Yes),
    ] {
        assert_eq!(yearless(text), level, "{text}");
    }
    assert_eq!(
        hold_against(&starts("2026-05-31", "可插班"), &person(|_| {})).level,
        Unknown
    );
}

#[test]
fn wishes_pay_and_place_order_only() {
    let driver = vacancy("叉车司机", "不限");
    let score = |wishes: &str| hold_against(&driver, &person(|p| p.wishes = wishes.into()));
    let (wished, other, refused) = (score("开叉车"), score("月嫂"), score("不想开叉车"));
    assert_eq!([wished.level, other.level, refused.level], [Yes, Yes, Yes]);
    assert!(wished.score > other.score && other.score > refused.score);
    let course = course("茶艺师", "不限", "");
    let no = hold_against(
        &course,
        &person(|p| p.training_wish = Written::read("无", Wish::No)),
    );
    assert_eq!(no.level, Yes);
    let empty = hold_against(
        &driver,
        &PersonRecord {
            birth_date: NaiveDate::from_ymd_opt(1990, 1, 1),
            ..PersonRecord::default()
        },
    );
    assert_eq!(
        empty.level, Unknown,
        "hardly anything known: questions, no offers"
    );
    assert!(empty.reasons.iter().any(|r| r.what == "地点未核" && r.soft));
}

#[test]
fn what_nobody_read_is_shown_as_not_checked_in_both_languages() {
    let subject = vacancy("包装工", "45岁以下，懂得人情世故最好，甲乙丙丁");
    let fit = hold_against(&subject, &person(|_| {}));
    assert_eq!(fit.not_checked, ["甲乙丙丁"]);
    let record = person(|_| {});
    let facts = Facts::of(&record, Default::default());
    let english = super::fit(&subject, &facts, Relation::None, today(), Lang::En);
    let age = english.reasons.iter().find(|r| r.what == "Age").unwrap();
    assert_eq!(age.because, "45岁以下 · aged 30");
}

fn of_level(title: &str, level: &str, remark: &str) -> Subject {
    let record = CourseRecord {
        title: title.into(),
        level: level.into(),
        remark: remark.into(),
        start: Written::read("2026-07-01", parse_date("2026-07-01").unwrap()),
        ..CourseRecord::default()
    };
    Subject::course(&record, &occupations(), places())
}

#[test]
fn what_a_course_leads_to_is_no_offer_to_who_holds_it() {
    for (title, level, remark, have, want) in [
        (
            "叉车司机（N1）取证班",
            "N1",
            "考特种设备作业人员证，带相",
            "N1叉车证",
            No,
        ),
        (
            "叉车N1 速成（晚班）",
            "N1",
            "",
            "叉车证N1（2026-06-01到期）",
            No,
        ),
        (
            "叉车N1 速成（晚班）",
            "N1",
            "",
            "叉车证N1（2026-05-31到期）",
            Yes,
        ),
        ("叉车司机（N1）取证班", "N1", "", "起重机司机Q2", Yes),
        ("观光车、叉车操作（N1/N2）", "N1、N2", "", "N1叉车证", Yes),
        ("大货车驾驶增驾（B2）", "—", "", "A2驾驶证", No),
        ("大货车驾驶增驾（B2）", "—", "", "C1驾驶证", Yes),
        (
            "低压电工作业（初训）",
            "操作证",
            "",
            "低压电工作业操作证",
            No,
        ),
        (
            "低压电工取证班（周末）",
            "操作证",
            "",
            "低压电工作业操作证",
            No,
        ),
        ("电工证复审班", "复审", "", "低压电工作业操作证", Yes),
        ("电工（五级）技能等级班", "五级/初级工", "", "电工三级", No),
        (
            "电工（五级）技能等级班",
            "五级/初级工",
            "",
            "低压电工作业操作证",
            Yes,
        ),
        ("养老护理员四级", "四级", "", "养老护理员五级", Yes),
        ("养老护理员四级", "四级", "", "养老护理员四级", No),
        ("养老护理员四级", "四级", "", "母婴护理员四级", Yes),
        (
            "育婴员（五级）",
            "五级",
            "考育婴员职业技能等级证",
            "育婴员四级",
            No,
        ),
        (
            "粤菜师傅·中式烹调师（五级）",
            "五级/初级工",
            "",
            "中式烹调师四级",
            No,
        ),
        ("保安员（五级）上岗证班", "五级", "", "保安员证", No),
        ("缝纫班", "", "结业颁缝纫专项证", "缝纫专项职业能力证", No),
        ("咖啡师入门", "结业", "", "咖啡师五级", Yes),
    ] {
        let subject = of_level(title, level, remark);
        let fit = hold_against(&subject, &person(|p| p.certs = vec![have.into()]));
        let said = fit
            .reasons
            .iter()
            .any(|r| r.what.contains("已持有") && r.because == have);
        assert_eq!(
            (fit.level, said),
            (want, want == No),
            "{have} for {title}: {:?}",
            fit.reasons
        );
        let asked = |r: &FitReason| r.because.contains("考") || r.because.contains("颁");
        assert!(!fit.reasons.iter().any(asked), "{title}: {:?}", fit.reasons);
    }
}

#[test]
fn what_a_course_asks_for_is_asked_for_all_the_same() {
    let upper = |have: &str| {
        let subject = course("养老护理员四级", "养老机构在岗人员", "须持五级证");
        hold_against(&subject, &person(|p| p.certs = vec![have.into()])).level
    };
    assert_eq!(upper("养老护理员五级"), Yes);
    assert_eq!(upper("无"), No);
}

#[test]
fn who_does_not_want_to_learn_stands_behind_who_does() {
    let subject = course("叉车司机取证班", "", "");
    let score = |wish: &str, training: Wish| {
        let wishing = person(|p| {
            p.wishes = wish.into();
            p.training_wish = Written {
                text: String::new(),
                value: Some(training),
            };
        });
        hold_against(&subject, &wishing).score
    };
    assert!(score("叉车司机", Wish::No) < score("普工", Wish::Yes));
}

#[test]
fn whom_a_course_is_for_is_no_limit_that_it_names() {
    let subject = course("低压电工", "社会人员、企业职工", "");
    let fit = hold_against(&subject, &person(|_| {}));
    let of_target = fit.reasons.iter().find(|r| r.because.contains("社会人员"));
    assert_eq!(of_target.unwrap().what, "招生对象");
}
