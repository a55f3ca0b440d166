//! The kinds of entries, each declared once.
//!
//! To add a field: one line in the declaration and one column in a new file under
//! `src/store/migrations`; the test of the schema says whether they agree.

mod bodies;
mod lists;
mod people;
mod training;

pub use bodies::{enterprise, event, institution, vacancy_facts};
pub use lists::{division, occupation, subsidy_item};
pub use people::{
    assessment, certificate, disability, employment, evidence, honour, plan, survey, venture,
    veteran,
};
pub use training::{apprenticeship, class, class_check, course_facts, enrolment, feedback};

use super::Kind;

/// Declares a kind as a module: its description `KIND`, and the slot of each field as a constant.
/// `needed` marks a field without which an entry says nothing.
macro_rules! kind {
    ($(#[$meta:meta])* $module:ident($plural:literal) = $zh:literal, $en:literal, $letter:literal {
        $( $slot:ident $name:literal $holds:expr, $fzh:literal, $fen:literal $(, $needed:ident)?; )+
    } $( checks { $( $check:expr; )+ } )?) => {
        $(#[$meta])*
        pub mod $module {
            #[allow(unused_imports, reason = "not every kind has every sort of field")]
            use super::super::super::{Field, Kind, Slot, checks::Check, Link, terms};
            #[allow(unused_imports, reason = "not every kind has every sort of field")]
            use super::super::super::Holds::{Date, Flag, Link as Leads, Many, Number, One, Text, Yuan};
            #[allow(unused_imports, reason = "not every kind speaks of schooling or disability")]
            use crate::domain::person;

            #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of the constants below, counted")]
            enum At { $( $slot, )+ }

            $( #[doc = $fzh] pub const $slot: Slot = Slot(At::$slot as usize); )+

            /// The description.
            pub static KIND: Kind = Kind {
                code: stringify!($module),
                plural: $plural,
                zh: $zh,
                en: $en,
                letter: $letter,
                fields: &[ $( Field {
                    name: $name,
                    zh: $fzh,
                    en: $fen,
                    holds: $holds,
                    needed: $crate::domain::ledger::kinds::kind!(@needed $($needed)?),
                }, )+ ],
                checks: &[ $( $( $check, )+ )? ],
            };
        }
    };
    (@needed needed) => { true };
    (@needed) => { false };
}
pub(crate) use kind;

/// Every kind; each stands after those that it leads to.
pub static ALL: &[&Kind] = &[
    &enterprise::KIND,
    &institution::KIND,
    &survey::KIND,
    &plan::KIND,
    &veteran::KIND,
    &disability::KIND,
    &assessment::KIND,
    &employment::KIND,
    &certificate::KIND,
    &venture::KIND,
    &honour::KIND,
    &evidence::KIND,
    &course_facts::KIND,
    &vacancy_facts::KIND,
    &class::KIND,
    &class_check::KIND,
    &enrolment::KIND,
    &feedback::KIND,
    &apprenticeship::KIND,
    &event::KIND,
    &occupation::KIND,
    &division::KIND,
    &subsidy_item::KIND,
];
