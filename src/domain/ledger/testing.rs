//! Entries drawn by lot, for tests of every kind.

use super::{Entry, Holds, Kind, Value};
use crate::domain::ids::{EntryId, uuid_v7};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

/// A row of numbers that looks random and is the same each time.
pub(crate) struct Lot(pub(crate) u64);

impl Lot {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

/// Words that have hurt other programs.
const TEXTS: [&str; 6] = [
    "木工班",
    "𠮷田·买买提",
    "=1+1",
    "a,\"b\"\n第二行",
    " 两边空 ",
    "0012",
];

/// An entry with about two thirds of its fields filled; `link` gives the records that links may
/// lead to. It has no flaws.
pub(crate) fn drawn(
    kind: &'static Kind,
    lot: &mut Lot,
    link: impl Fn(Holds) -> Option<Uuid>,
) -> Entry {
    loop {
        let unique = lot.below(usize::MAX) as u64;
        let id = EntryId(uuid_v7(unique, [lot.below(256) as u8; 10]));
        let mut entry = Entry::blank(kind, id);
        let slots: Vec<_> = entry
            .fields()
            .map(|(slot, field, _)| (slot, field))
            .collect();
        for (slot, field) in slots {
            if !field.needed && lot.below(3) == 0 {
                continue;
            }
            let value = match field.holds {
                Holds::Text if field.name == "name" => Some(Value::Text(format!("名{unique}"))),
                Holds::Text => Some(Value::Text(TEXTS[lot.below(TEXTS.len())].trim().to_owned())),
                Holds::Number(low, high) => Some(Value::Number(
                    low + lot.below((high - low + 1) as usize) as i64,
                )),
                Holds::Yuan => Some(Value::Number(lot.below(20_000) as i64)),
                Holds::Date => NaiveDate::from_ymd_opt(2020, 1, 1)
                    .map(|d| Value::Date(d + Days::new(lot.below(3_000) as u64))),
                Holds::Flag => Some(Value::Flag(lot.below(2) == 0)),
                Holds::One(terms) => Some(Value::Term(&terms[lot.below(terms.len())])),
                Holds::Many(terms) => {
                    let mut some: Vec<_> = terms.iter().filter(|_| lot.below(3) == 0).collect();
                    some.dedup();
                    (!some.is_empty()).then_some(Value::Terms(some))
                }
                Holds::Link(_) => link(field.holds).map(Value::Link),
            };
            entry.set(slot, value);
        }
        if entry.flaws().is_empty() {
            return entry;
        }
    }
}
