//! Offers held against people: `cargo bench --bench matching`.

#[path = "../suite/matching/invented.rs"]
mod invented;

use divan::Bencher;
use invented::{DIVISIONS, People, lexicon, occupations, today};
use std::sync::OnceLock;
use zhipei::domain::{
    ids::{VacancyId, uuid_v7},
    offer::{OfferId, Vacancy},
    person::PersonRecord,
};
use zhipei::matching::offers::{Catalogue, Offer, Pool, View};
use zhipei::text::Lang;

struct Office {
    catalogue: Catalogue,
    pool: Pool,
    person: PersonRecord,
}

fn id(n: u64) -> VacancyId {
    VacancyId(uuid_v7(n, [2; 10]))
}

/// 100,000 people and the shipped vacancies thirty times over.
fn office() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let lexicon = lexicon();
        let occupations = occupations(&lexicon);
        let vacancies =
            zhipei::seed::demo::office(1, today(), chrono::Offset::fix(&chrono::Utc)).vacancies;
        let offers = vacancies
            .iter()
            .cycle()
            .take(10_000)
            .cloned()
            .zip(0..)
            .map(|(record, n)| {
                Offer::Vacancy(Vacancy {
                    id: id(n),
                    enterprise: None,
                    record,
                })
            });
        let catalogue = Catalogue::build(lexicon, occupations.clone(), DIVISIONS, offers);
        let mut pool = Pool::new(occupations, DIVISIONS);
        let mut person = PersonRecord::default();
        for (id, record) in People::new(1).take(100_000) {
            pool.upsert(id, &record);
            person = record;
        }
        Office {
            catalogue,
            pool,
            person,
        }
    })
}

fn view() -> View {
    View {
        today: today(),
        lang: Lang::Zh,
        limit: 50,
        all: false,
    }
}

#[divan::bench(sample_count = 20, args = [0, 8, 23])]
fn whom_a_vacancy_fits(bencher: Bencher<'_, '_>, n: u64) {
    let office = office();
    bencher.bench(|| {
        office
            .catalogue
            .who_fits(OfferId::Vacancy(id(n)), &office.pool, &view())
    });
}

#[divan::bench(sample_count = 20)]
fn what_fits_a_person_of_10_000_vacancies(bencher: Bencher<'_, '_>) {
    let office = office();
    bencher.bench(|| office.catalogue.for_person(&office.person, &view()));
}

fn main() {
    divan::main();
}
