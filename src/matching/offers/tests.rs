//! What fits a person, whom an offer fits, and the filter of the lists.

use super::*;
use crate::domain::{
    ids::{CourseId, PersonId, VacancyId, uuid_v7},
    offer::{CourseRecord, VacancyRecord},
    person::Schooling,
    written::Written,
};
use crate::matching::testing::{DIVISIONS, lexicon, occupations};

fn view() -> View {
    View {
        today: NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(),
        lang: Lang::Zh,
        limit: 20,
        all: false,
    }
}

fn vacancy(n: u64, title: &str, requirement: &str) -> Offer {
    Offer::Vacancy(Vacancy {
        id: VacancyId(uuid_v7(n, [1; 10])),
        enterprise: None,
        record: VacancyRecord {
            reference: format!("G{n:03}"),
            title: title.into(),
            employer: "中山市甲乙物流有限公司".into(),
            place: "小榄镇".into(),
            requirement: requirement.into(),
            ..VacancyRecord::default()
        },
    })
}

fn course(n: u64, title: &str) -> Offer {
    let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
    Offer::Course(Course {
        id: CourseId(uuid_v7(n, [2; 10])),
        record: CourseRecord {
            reference: format!("K{n:03}"),
            title: title.into(),
            start: Written::read("2026-07-01", day),
            ..CourseRecord::default()
        },
    })
}

fn catalogue() -> Catalogue {
    let offers = [
        vacancy(1, "叉车司机", "45岁以下，有叉车证"),
        vacancy(2, "月嫂", "18-50岁"),
        vacancy(3, "叉车工", "高中以上"),
        vacancy(4, "保安员", "60岁以下"),
        course(5, "叉车司机（N1）取证班"),
        course(6, "母婴护理员（月嫂）五级"),
    ];
    Catalogue::build(lexicon(), occupations(), DIVISIONS, offers.into_iter())
}

fn driver() -> PersonRecord {
    PersonRecord {
        birth_date: NaiveDate::from_ymd_opt(1990, 1, 1),
        schooling: Written::read("初中", Schooling::Junior),
        wishes: "想开叉车，不想做保安".into(),
        ..PersonRecord::default()
    }
}

fn references(list: &[OfferFit]) -> Vec<&str> {
    list.iter().map(|o| o.reference.as_str()).collect()
}

#[test]
fn what_is_wished_for_stands_first_and_what_is_refused_does_not_stand_at_all() {
    let catalogue = catalogue();
    let matches = catalogue.for_person(&driver(), &view());
    assert_eq!(references(&matches.vacancies), ["G001", "G002"]);
    assert_eq!(matches.vacancies[0].fit.level, FitLevel::Unknown);
    assert_eq!(references(&matches.courses)[0], "K005");
    assert_eq!(matches.ask, [("有没有叉车证？".to_owned(), 1)]);
    assert_eq!(matches.understood[0], "叉车司机 (开叉车)");
    let all = View {
        all: true,
        ..view()
    };
    let everything = catalogue.for_person(&driver(), &all);
    assert_eq!(
        references(&everything.vacancies),
        ["G001", "G002", "G004", "G003"]
    );
}

#[test]
fn an_empty_profile_yields_questions() {
    let matches = catalogue().for_person(&PersonRecord::default(), &view());
    assert!(matches.vacancies.is_empty() && matches.courses.is_empty());
    let asks: Vec<&str> = matches.ask.iter().map(|(ask, _)| ask.as_str()).collect();
    assert!(
        asks.contains(&"想做什么工作？") && asks.contains(&"出生日期是哪天？"),
        "{asks:?}"
    );
}

#[test]
fn whom_an_offer_fits_agrees_with_what_fits_a_person() {
    let catalogue = catalogue();
    let mut pool = Pool::new(occupations(), DIVISIONS);
    let id = |n: u64| PersonId(uuid_v7(n, [3; 10]));
    let nurse = PersonRecord {
        wishes: "月嫂".into(),
        ..driver()
    };
    let skilled = PersonRecord {
        certs: vec!["叉车证".into()],
        ..driver()
    };
    for (n, record) in [(1, &driver()), (2, &nurse), (3, &skilled)] {
        pool.upsert(id(n), record);
    }
    let forklift = OfferId::Vacancy(VacancyId(uuid_v7(1, [1; 10])));
    let (fits, fitting) = catalogue.who_fits(forklift, &pool, &view());
    let found: Vec<PersonId> = fits.iter().map(|f| f.person).collect();
    assert_eq!((found, fitting), (vec![id(3), id(1)], 1));
    for (n, record) in [(1, &driver()), (3, &skilled)] {
        let one = catalogue
            .fit(forklift, record, view().today, Lang::Zh)
            .unwrap();
        let other = fits.iter().find(|f| f.person == id(n)).unwrap();
        assert_eq!(one.fit, other.fit);
    }
    pool.remove(id(3));
    assert_eq!(
        (pool.len(), catalogue.who_fits(forklift, &pool, &view()).1),
        (2, 0)
    );
    pool.upsert(id(1), &skilled);
    assert_eq!(catalogue.who_fits(forklift, &pool, &view()).1, 1);
}

#[test]
fn lists_are_filtered_as_people_type() {
    let catalogue = catalogue();
    let found = |text: &str| -> Vec<&str> {
        let ids = catalogue.filter(OfferKind::Vacancies, text);
        ids.into_iter()
            .map(|id| catalogue.get(id).unwrap().line()[0].as_str())
            .collect()
    };
    assert_eq!(found(""), ["G001", "G002", "G003", "G004"]);
    assert_eq!(found("叉车"), ["G001", "G003"]);
    assert_eq!(found("chache"), ["G001", "G003"]);
    assert_eq!(found("ccsj"), ["G001"]);
    assert_eq!(found("叉车 高中"), ["G003"]);
    assert_eq!(found("G002"), ["G002"]);
    assert_eq!(found("叉司机"), ["G001"], "a character left out");
    assert!(found("甲骨文").is_empty());
    assert_eq!(catalogue.count(OfferKind::Courses), 2);
}
