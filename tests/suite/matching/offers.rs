//! The shipped courses and vacancies held against the made-up office's people.

use super::invented::{DIVISIONS, lexicon, occupations, today};
use chrono::FixedOffset;
use zhipei::domain::{
    fit::{FitLevel, Verdict},
    ids::{CourseId, PersonId, VacancyId, uuid_v7},
    offer::{Course, OfferKind, Vacancy},
    person::PersonRecord,
};
use zhipei::matching::offers::{Catalogue, Offer, Pool, View};
use zhipei::seed::demo;
use zhipei::text::Lang;

fn office() -> (Catalogue, Vec<PersonRecord>) {
    let office = demo::office(300, today(), FixedOffset::east_opt(8 * 3600).unwrap());
    let courses = office.courses.into_iter().zip(0..).map(|(record, n)| {
        let id = CourseId(uuid_v7(n, [1; 10]));
        Offer::Course(Course { id, record })
    });
    let vacancies = office.vacancies.into_iter().zip(0..).map(|(record, n)| {
        Offer::Vacancy(Vacancy {
            id: VacancyId(uuid_v7(n, [2; 10])),
            enterprise: None,
            record,
        })
    });
    let lexicon = lexicon();
    let occupations = occupations(&lexicon);
    let catalogue = Catalogue::build(lexicon, occupations, DIVISIONS, courses.chain(vacancies));
    (catalogue, office.people.collect())
}

#[test]
fn every_answer_names_its_reasons() {
    let (catalogue, people) = office();
    let view = View {
        today: today(),
        lang: Lang::Zh,
        limit: 500,
        all: true,
    };
    let mut led = 0;
    for person in people.iter().take(60) {
        let matches = catalogue.for_person(person, &view);
        assert_eq!(
            matches.vacancies.len(),
            catalogue.count(OfferKind::Vacancies)
        );
        for offer in matches.courses.iter().chain(&matches.vacancies) {
            let gates = || offer.fit.reasons.iter().filter(|r| !r.soft);
            let level = if gates().any(|r| r.verdict == Verdict::Failed) {
                FitLevel::No
            } else if gates().any(|r| r.verdict == Verdict::Unknown) {
                FitLevel::Unknown
            } else {
                FitLevel::Yes
            };
            assert_eq!(
                offer.fit.level, level,
                "{} {:?}",
                offer.title, offer.fit.reasons
            );
            for reason in &offer.fit.reasons {
                assert!(!reason.what.is_empty());
                if reason.verdict == Verdict::Unknown && !reason.soft {
                    assert!(reason.ask.is_some(), "{}: {reason:?}", offer.title);
                }
            }
        }
        let first = matches
            .vacancies
            .iter()
            .find(|o| o.fit.level == FitLevel::Yes);
        led += usize::from(first.is_some());
    }
    assert!(led > 20, "only {led} of 60 people have a vacancy that fits");
}

#[test]
fn both_ways_round_agree() {
    let (catalogue, people) = office();
    let lexicon = lexicon();
    let mut pool = Pool::new(occupations(&lexicon), DIVISIONS);
    let id = |n: u64| PersonId(uuid_v7(n, [3; 10]));
    for (n, person) in (0..).zip(&people) {
        pool.upsert(id(n), person);
    }
    let view = View {
        today: today(),
        lang: Lang::En,
        limit: usize::MAX,
        all: true,
    };
    for n in (0..catalogue.count(OfferKind::Vacancies) as u64).step_by(23) {
        let offer = Offer::Vacancy(Vacancy {
            id: VacancyId(uuid_v7(n, [2; 10])),
            enterprise: None,
            record: zhipei::domain::offer::VacancyRecord::default(),
        })
        .id();
        let (fits, _) = catalogue.who_fits(offer, &pool, &view);
        assert_eq!(fits.len(), people.len());
        for (at, person) in (0..).zip(&people).step_by(29) {
            let one = catalogue.fit(offer, person, today(), Lang::En).unwrap();
            let other = fits.iter().find(|f| f.person == id(at)).unwrap();
            assert_eq!(one.fit, other.fit);
        }
    }
}
