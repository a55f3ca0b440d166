//! What differs between the two kinds of offers on a list: names, titles, heads.

use super::words;
use crate::{domain::offer::OfferKind, text::Lang};
use std::borrow::Cow;

/// A kind of offer.
pub(crate) trait Kind: 'static {
    /// Which.
    const KIND: OfferKind;
    /// Section of the key files.
    const NAME: &'static str;
    /// Title of its screen.
    fn title(lang: Lang) -> &'static str;
    /// Heads of the columns title, by, terms.
    fn heads(lang: Lang) -> [Cow<'static, str>; 3];
    /// What an empty list says.
    fn empty(lang: Lang) -> Cow<'static, str>;
}

/// Courses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CourseKind;

impl Kind for CourseKind {
    const KIND: OfferKind = OfferKind::Courses;
    const NAME: &'static str = "courses";

    fn title(lang: Lang) -> &'static str {
        lang.pick("培训班", "Courses")
    }

    fn heads(lang: Lang) -> [Cow<'static, str>; 3] {
        [words::course(lang), words::org(lang), words::starts(lang)]
    }

    fn empty(lang: Lang) -> Cow<'static, str> {
        words::no_courses(lang)
    }
}

/// Vacancies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VacancyKind;

impl Kind for VacancyKind {
    const KIND: OfferKind = OfferKind::Vacancies;
    const NAME: &'static str = "vacancies";

    fn title(lang: Lang) -> &'static str {
        lang.pick("岗位", "Vacancies")
    }

    fn heads(lang: Lang) -> [Cow<'static, str>; 3] {
        [
            words::vacancy(lang),
            words::employer(lang),
            words::pay(lang),
        ]
    }

    fn empty(lang: Lang) -> Cow<'static, str> {
        words::no_vacancies(lang)
    }
}
