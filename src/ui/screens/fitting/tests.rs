//! Who fits, by its keys.

use crate::{
    domain::{
        fit::{FitLevel, PersonFit},
        ids::{EnterpriseId, VacancyId},
        offer::{OfferKind, Vacancy, VacancyRecord},
        written::Written,
    },
    effect::{Ask, OfferDetail, Reply, WhoFits},
    text::{Lang, width},
    ui::{
        screens::offers::tests::list,
        testing::{
            Probe,
            fixtures::{offers, person_id, summary},
        },
    },
};
use uuid::Uuid;

const SMALL: (u16, u16) = (80, 24);

fn is_fits(ask: &Ask) -> bool {
    matches!(ask, Ask::WhoFits(_))
}

fn answer(firm: bool) -> WhoFits {
    let levels = [
        FitLevel::Yes,
        FitLevel::Yes,
        FitLevel::Unknown,
        FitLevel::No,
    ];
    let all = offers().vacancies;
    let people = (1u128..)
        .zip(levels)
        .map(|(n, level)| {
            let fit = all.iter().find(|offer| offer.fit.level == level).unwrap();
            let fit = PersonFit {
                person: person_id(n),
                fit: fit.fit.clone(),
            };
            (fit, summary(n))
        })
        .collect();
    WhoFits {
        offer: OfferDetail::Vacancy(Box::new(Vacancy {
            id: VacancyId(Uuid::from_u128(401)),
            enterprise: firm.then(|| EnterpriseId(Uuid::from_u128(77))),
            record: VacancyRecord {
                reference: "V0001".to_owned(),
                title: "家政服务员(双休)".to_owned(),
                employer: "好帮手家政有限公司".to_owned(),
                place: "石岐街道".to_owned(),
                pay: "4500-6000".to_owned(),
                headcount: Written::read("5", 5),
                requirement: "45岁以下，女，持家政服务员证优先，能吃苦，会说粤语".to_owned(),
                benefit: "包吃住，买社保".to_owned(),
                ..VacancyRecord::default()
            },
        })),
        people,
        fitting: 2,
    }
}

fn fitting(lang: Lang, size: (u16, u16)) -> Probe {
    let mut probe = list(OfferKind::Vacancies, lang, size);
    probe.keys("<enter>");
    probe.answer(is_fits, Reply::WhoFits(Box::new(answer(true))));
    probe
}

#[test]
fn near_misses_say_what_they_lack() {
    let probe = fitting(Lang::Zh, (120, 36));
    let picture = probe.dump();
    for word in [
        "合适 2 人",
        "还差 限女性",
        "待问 学历 初中以上",
        "包吃住",
        "重点",
    ] {
        assert!(picture.contains(word), "{word}\n{picture}");
    }
    assert!(!picture.contains("残疾"), "{picture}");
}

#[test]
fn sensitive_reasons_are_one_mark() {
    let mut probe = list(OfferKind::Vacancies, Lang::Zh, (120, 36));
    probe.keys("<enter>");
    let mut answer = answer(true);
    for (fit, _) in &mut answer.people {
        for reason in &mut fit.fit.reasons {
            reason.what = "残疾类别".to_owned();
            reason.sensitive = true;
        }
    }
    probe.answer(is_fits, Reply::WhoFits(Box::new(answer)));
    assert!(!probe.dump().contains("残疾"), "{}", probe.dump());
}

#[test]
fn the_selected_person_is_opened_recommended_to_and_asked_about() {
    let mut probe = fitting(Lang::Zh, SMALL);
    probe.keys("<down><enter>");
    assert!(
        probe
            .asked(|ask| *ask == Ask::OpenPerson(person_id(2)))
            .is_some()
    );
    let mut probe = fitting(Lang::Zh, SMALL);
    probe.keys("<ctrl-e>");
    assert!(probe.dump().contains("R-GEN-02"), "{}", probe.dump());
    probe.keys("<esc><ctrl-t>");
    assert!(
        probe.dump().contains("推荐：家政服务员"),
        "{}",
        probe.dump()
    );
}

#[test]
fn the_firm_of_a_vacancy_is_spoken_to_from_here() {
    let mut probe = fitting(Lang::Zh, SMALL);
    probe.keys("<ctrl-b>");
    let picture = probe.dump();
    assert!(
        picture.contains("记联系") && picture.contains("好帮手"),
        "{picture}"
    );
    let mut probe = list(OfferKind::Vacancies, Lang::Zh, SMALL);
    probe.keys("<enter>");
    probe.answer(is_fits, Reply::WhoFits(Box::new(answer(false))));
    probe.keys("<ctrl-b>");
    assert!(probe.dump().contains("没有对上企业"), "{}", probe.dump());
}

#[test]
fn pictures() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in [SMALL, (120, 36)] {
            let probe = fitting(lang, size);
            insta::assert_snapshot!(format!("fitting_{tag}_{}", size.0), probe.dump());
            for line in probe.dump().lines() {
                assert_eq!(width::cells(line), usize::from(size.0), "{line}");
            }
        }
    }
}
