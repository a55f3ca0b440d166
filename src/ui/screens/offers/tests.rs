//! The lists of courses and vacancies by their keys.

use crate::{
    domain::ids::{CourseId, VacancyId},
    domain::offer::{OfferId, OfferKind},
    effect::{Ask, OfferCard, Reply},
    text::{Lang, width},
    ui::testing::{Probe, fixtures::board},
};
use uuid::Uuid;

const SMALL: (u16, u16) = (80, 24);

fn is_list(ask: &Ask) -> bool {
    matches!(ask, Ask::OfferList { .. })
}

pub(crate) fn cards(kind: OfferKind) -> Vec<OfferCard> {
    let vacancy = [
        (
            "家政服务员(双休)",
            "好帮手家政有限公司",
            "4500-6000",
            "45岁以下，女，持家政服务员证优先",
        ),
        (
            "叉车司机",
            "岐江物流",
            "底薪3700+计件，综合5500-6500",
            "45岁以下，有叉车证",
        ),
        ("电工学徒", "火炬区精密电子厂", "面议", "零基础可报，能吃苦"),
    ];
    let course = [
        (
            "母婴护理员(中级)",
            "岐江技工学校",
            "2026-12-01",
            "须持五级证",
        ),
        (
            "电工(初级)",
            "火炬职业培训学校",
            "2026-10-08",
            "初中以上，16-59岁",
        ),
        ("粤菜师傅", "石岐职业培训中心", "报满30人开班", "零基础可报"),
    ];
    let rows = match kind {
        OfferKind::Courses => course,
        OfferKind::Vacancies => vacancy,
    };
    let open = [Some(true), Some(false), None];
    (1u128..)
        .zip(rows)
        .zip(open)
        .map(|((n, (title, by, terms, condition)), open)| OfferCard {
            offer: match kind {
                OfferKind::Courses => OfferId::Course(CourseId(Uuid::from_u128(300 + n))),
                OfferKind::Vacancies => OfferId::Vacancy(VacancyId(Uuid::from_u128(400 + n))),
            },
            reference: match kind {
                OfferKind::Courses => format!("K{n:04}"),
                OfferKind::Vacancies => format!("V{n:04}"),
            },
            title: title.to_owned(),
            by: by.to_owned(),
            place: "石岐街道".to_owned(),
            terms: terms.to_owned(),
            condition: condition.to_owned(),
            open,
        })
        .collect()
}

fn reply(kind: OfferKind, text: &str) -> Reply {
    Reply::OfferList {
        text: text.to_owned(),
        cards: cards(kind),
    }
}

pub(crate) fn list(kind: OfferKind, lang: Lang, size: (u16, u16)) -> Probe {
    let mut probe = Probe::new(lang, size);
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
    probe.keys(match kind {
        OfferKind::Courses => "<f4>",
        OfferKind::Vacancies => "<f5>",
    });
    assert_eq!(
        probe.asked(is_list),
        Some(&Ask::OfferList {
            kind,
            text: String::new()
        })
    );
    probe.answer(is_list, reply(kind, ""));
    probe
}

#[test]
fn typing_finds_people_and_the_filter_has_its_own_key() {
    let mut probe = list(OfferKind::Vacancies, Lang::Zh, SMALL);
    probe.keys("李");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::Search { .. }))
            .is_some()
    );
    let mut probe = list(OfferKind::Vacancies, Lang::Zh, SMALL);
    probe.keys("<tab>叉车");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::Search { .. }))
            .is_none()
    );
    assert_eq!(
        probe.asked(is_list),
        Some(&Ask::OfferList {
            kind: OfferKind::Vacancies,
            text: "叉车".to_owned()
        })
    );
    // An answer to fewer words than stand there now is not shown.
    probe.answer(is_list, reply(OfferKind::Vacancies, "叉车"));
    probe.keys("<esc>");
    assert!(probe.dump().contains("岗位"), "{}", probe.dump());
    assert_eq!(
        probe.asked(is_list),
        Some(&Ask::OfferList {
            kind: OfferKind::Vacancies,
            text: String::new()
        })
    );
}

#[test]
fn enter_shows_who_fits() {
    let mut probe = list(OfferKind::Courses, Lang::Zh, SMALL);
    probe.keys("<down><enter>");
    assert_eq!(
        probe.asked(|ask| matches!(ask, Ask::WhoFits(_))),
        Some(&Ask::WhoFits(OfferId::Course(CourseId(Uuid::from_u128(
            302
        )))))
    );
}

#[test]
fn open_closed_and_not_known_are_words_with_a_ground() {
    let mut probe = list(OfferKind::Courses, Lang::Zh, SMALL);
    let picture = probe.dump();
    for word in ["开放", "已截止", "待核", "须持五级证"] {
        assert!(picture.contains(word), "{word}\n{picture}");
    }
    probe.keys("<end><ctrl-e>");
    assert!(
        probe.dump().contains("没有能看懂的日期"),
        "{}",
        probe.dump()
    );
}

#[test]
fn an_empty_list_says_what_to_do() {
    let mut probe = list(OfferKind::Vacancies, Lang::Zh, SMALL);
    probe.keys("<tab>无");
    let none = |text: &str| Reply::OfferList {
        text: text.to_owned(),
        cards: Vec::new(),
    };
    probe.answer(is_list, none("无"));
    assert!(probe.dump().contains("没有含这些字的"), "{}", probe.dump());
    probe.keys("<backspace>");
    probe.answer(is_list, none(""));
    assert!(probe.dump().contains("还没有岗位"), "{}", probe.dump());
}

#[test]
fn pictures() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in [SMALL, (120, 36)] {
            for (kind, screen) in [
                (OfferKind::Courses, "courses"),
                (OfferKind::Vacancies, "vacancies"),
            ] {
                let probe = list(kind, lang, size);
                let name = format!("{screen}_{tag}_{}", size.0);
                insta::assert_snapshot!(name, probe.dump());
                for line in probe.dump().lines() {
                    assert_eq!(width::cells(line), usize::from(size.0), "{line}");
                }
            }
        }
    }
}
