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
